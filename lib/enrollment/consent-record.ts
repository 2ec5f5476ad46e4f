import type { Actor } from '@/lib/auth/actor';
import { findConsent } from '@/lib/consent/consent.repo';
import { coreBanking } from '@/lib/core-banking/adapter';
import { cardFace } from '@/lib/core-banking/card-face';
import type { ConsentRecordView } from '@/lib/domain/read-models';
import { AppError } from '@/lib/errors/app-error';
import { eventsOf, loadEnrollment } from './enrollment.repo';
import { actionsOf } from './next-step';

/** What a customer agreed to, as it was recorded (GD-01). `NOT_FOUND` before consent, and for any enrollment that is not theirs. */
export async function loadConsentRecord(actor: Actor, enrollmentId: string): Promise<ConsentRecordView> {
  const enrollment = await loadEnrollment(actor.customer.id, enrollmentId);
  const consent = enrollment.consentId === null ? null : await findConsent(enrollment.consentId);
  if (consent === null) throw new AppError('NOT_FOUND');
  const withdrawal = (await eventsOf(enrollment.id)).find(({ event }) => event === 'consent_withdrawn');
  const own = await coreBanking().cards(actor.customer.id);
  return {
    enrollmentId: enrollment.id,
    reference: enrollment.reference,
    tokenRequestorName: enrollment.tokenRequestorName,
    givenAt: consent.at.toISOString(),
    withdrawnAt: withdrawal?.at.toISOString() ?? null,
    text: consent.text,
    version: consent.version,
    textSha256: consent.textHash,
    locale: consent.locale,
    cards: own.filter((card) => consent.cardIds.includes(card.id)).map(cardFace),
    fields: consent.fields,
    canWithdraw: actionsOf(enrollment).includes('withdraw'),
  };
}
