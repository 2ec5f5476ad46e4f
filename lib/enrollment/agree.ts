import type { Actor } from '@/lib/auth/actor';
import { audit } from '@/lib/audit/audit';
import { consentText } from '@/lib/consent/consent-text-view';
import { insertConsent } from '@/lib/consent/consent.repo';
import { database } from '@/lib/db/client';
import type { SharedField } from '@/lib/domain/read-models';
import { AppError } from '@/lib/errors/app-error';
import { randomId, sha256 } from '@/lib/sealing/seal';
import { findTokenRequestor } from '@/lib/token-requestors/token-requestors-view';
import { loadEnrollment } from './enrollment.repo';
import { transition } from './enrollment.repo';
import { offeredFields } from './shared-fields';
import { sendCode } from './step-up';

export interface Agreement {
  enrollmentId: string;
  /** Version of the enrollment that the person saw. */
  version: number;
  consentVersion: string;
  agreed: boolean;
  /** Optional fields that stay private. */
  keepPrivate: SharedField[];
}

/** Records the consent with the very text that was shown, then sends the code that seals it. */
export async function agree(actor: Actor, agreement: Agreement): Promise<void> {
  const now = actor.clock();
  const enrollment = await loadEnrollment(actor.customer.id, agreement.enrollmentId);
  if (!agreement.agreed) throw new AppError('CONSENT_MISSING');
  if (agreement.version !== enrollment.version) throw new AppError('STALE');
  const text = consentText(enrollment.locale, enrollment.tokenRequestorName);
  if (agreement.consentVersion !== text.version) throw new AppError('STALE');
  const found = await findTokenRequestor(actor.customer.id, enrollment.tokenRequestorId, now);
  if (found === null) throw new AppError('SERVICE_UNAVAILABLE');
  const eligible = found.view.eligibleCardIds;
  if (enrollment.cards.some((card) => !eligible.includes(card.cardId)))
    throw new AppError('CARD_NOT_ELIGIBLE');
  const fields = offeredFields(actor.customer, found.requestor)
    .filter(({ field, optional }) => !optional || !agreement.keepPrivate.includes(field))
    .map(({ field }) => field);
  const consentId = randomId();
  await database().transaction(async (tx) => {
    await transition(tx, enrollment, 'consent_given', now, { sharedFields: fields, consentId });
    await insertConsent(tx, {
      id: consentId,
      enrollmentId: enrollment.id,
      customerId: actor.customer.id,
      sessionHash: actor.sessionHash,
      text: text.text,
      version: text.version,
      textHash: sha256(text.text),
      locale: enrollment.locale,
      tokenRequestorId: enrollment.tokenRequestorId,
      cardIds: enrollment.cards.map((card) => card.cardId),
      fields,
      at: now,
    });
    await audit(tx, {
      at: now,
      actor: actor.customer.id,
      sessionHash: actor.sessionHash,
      action: 'consent',
      object: enrollment.id,
      outcome: 'given',
      detail: { version: text.version },
    });
  });
  await sendCode(actor, await loadEnrollment(actor.customer.id, enrollment.id));
}
