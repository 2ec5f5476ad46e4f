import type { Actor } from '@/lib/auth/actor';
import { codeChannel } from '@/lib/auth/code-delivery';
import { liveCode } from '@/lib/auth/one-time-code';
import { consentText } from '@/lib/consent/consent-text-view';
import { brand } from '@/lib/brand/brand';
import type { ConfirmPageView, ReviewPageView } from '@/lib/domain/read-models';
import { AppError } from '@/lib/errors/app-error';
import { findTokenRequestor } from '@/lib/token-requestors/token-requestors-view';
import { facesOf } from './enrollment-view';
import type { Enrollment } from './enrollment.repo';
import { hasPasskey } from './passkey-step-up';
import { offeredFields } from './shared-fields';
import { stepUpView } from './step-up-rule';

/** Review: exactly the fields that this token requestor accepts and the bank has. A returning person finds their choice kept. */
export async function reviewView(actor: Actor, enrollment: Enrollment): Promise<ReviewPageView> {
  const found = await findTokenRequestor(actor.customer.id, enrollment.tokenRequestorId, actor.clock());
  if (found === null) throw new AppError('SERVICE_UNAVAILABLE');
  const kept = enrollment.sharedFields;
  return {
    enrollmentId: enrollment.id,
    version: enrollment.version,
    tokenRequestor: found.view,
    cards: await facesOf(actor.customer.id, enrollment),
    fields: offeredFields(actor.customer, found.requestor).map((offer) => ({
      ...offer,
      shared: kept === null || kept.includes(offer.field),
    })),
    consent: consentText(actor.customer.locale, enrollment.tokenRequestorName),
    ...legalLinks(actor, enrollment),
    codeChannel: codeChannel(actor.customer),
    stepUp: stepUpView(actor, enrollment),
    passkey: await hasPasskey(actor.customer.id),
  };
}

/** Click to Pay's own terms and notice, by locale (spec 8); where a token requestor publishes none to us, the bank's pages. */
function legalLinks(actor: Actor, enrollment: Enrollment): { termsUrl: string; privacyUrl: string } {
  if (!enrollment.isClickToPay) return { termsUrl: brand().links.terms, privacyUrl: brand().links.privacy };
  const page = (name: string) =>
    `https://www.mastercard.com/global/click-to-pay/country-listing/${name}.html?locale=${actor.customer.locale}`;
  return { termsUrl: page('terms'), privacyUrl: page('privacy') };
}

/** Confirm: what the code seals, and how long the live one works. */
export async function confirmView(actor: Actor, enrollment: Enrollment): Promise<ConfirmPageView> {
  const found = await findTokenRequestor(actor.customer.id, enrollment.tokenRequestorId, actor.clock());
  if (found === null) throw new AppError('SERVICE_UNAVAILABLE');
  return {
    enrollmentId: enrollment.id,
    version: enrollment.version,
    tokenRequestor: found.view,
    cards: await facesOf(actor.customer.id, enrollment),
    sharedFields: enrollment.sharedFields ?? [],
    codeChannel: codeChannel(actor.customer),
    stepUp: stepUpView(actor, enrollment),
    passkey: await hasPasskey(actor.customer.id),
    challenge: await liveCode(actor, enrollment.id),
  };
}
