import type { Actor } from '@/lib/auth/actor';
import { audit } from '@/lib/audit/audit';
import { consentText } from '@/lib/consent/consent-text-view';
import { findConsent, insertConsent } from '@/lib/consent/consent.repo';
import { database } from '@/lib/db/client';
import type { EnrollmentState } from '@/lib/domain/enrollment';
import type { SharedField } from '@/lib/domain/read-models';
import { AppError } from '@/lib/errors/app-error';
import { randomId, sha256 } from '@/lib/sealing/seal';
import { findTokenRequestor } from '@/lib/token-requestors/token-requestors-view';
import { loadEnrollment, transition, type Enrollment } from './enrollment.repo';
import { hasPasskey } from './passkey-step-up';
import { confirmPush } from './push-cards';
import type { PushRecord } from './record-push';
import { offeredFields } from './shared-fields';
import { sendCode } from './step-up';
import { stepUpFor } from './step-up-rule';

export interface Agreement {
  enrollmentId: string;
  /** Version of the enrollment that the person saw. */
  version: number;
  consentVersion: string;
  agreed: boolean;
  /** Optional fields that stay private. */
  keepPrivate: SharedField[];
}

export interface Agreed extends PushRecord {
  /** A code or a passkey seals the slip next; else the cards are on their way already. */
  stepUp: boolean;
}

/**
 * Records the consent with the very text that was shown, then does what the bank's policy wants next: sends the code that seals
 * it, or the cards themselves. The same agreement sent twice (double click) is one: the second changes nothing and sends nothing.
 * Anything else for a version that is gone is `STALE` (PU-05).
 */
export async function agree(actor: Actor, agreement: Agreement): Promise<Agreed> {
  const given = await give(actor, agreement).catch(async (error: unknown) => {
    const beaten = error instanceof AppError && error.code === 'STALE';
    if (!beaten || !(await isGiven(actor, agreement))) throw error;
    return 'before' as const;
  });
  const enrollment = await loadEnrollment(actor.customer.id, agreement.enrollmentId);
  if (!stepUpFor(actor, enrollment).required)
    return { ...(await confirmPush(actor, enrollment.id, { by: 'agreement' })), stepUp: false };
  // Who has a passkey is asked for that one first, and gets a code on request.
  if (given === 'now' && !(await hasPasskey(actor.customer.id))) await sendCode(actor, enrollment);
  return { state: 'consented', stepUp: true };
}

/** What was agreed for exactly this version says the same: the same text, cards (they belong to the version) and fields. */
async function isGiven(actor: Actor, agreement: Agreement): Promise<boolean> {
  const enrollment = await loadEnrollment(actor.customer.id, agreement.enrollmentId);
  const { state, version, consentId, sharedFields } = enrollment;
  if (consentId === null) return false;
  // Without a step-up the first click has sent the cards already.
  const gone = !NOT_SENT.includes(state) && !stepUpFor(actor, enrollment).required;
  if (!gone && (state !== 'consented' || version !== agreement.version + 1)) return false;
  const fields = await agreedFields(actor, enrollment, agreement);
  const consent = await findConsent(consentId);
  return consent?.version === agreement.consentVersion && sameFields(fields, sharedFields ?? []);
}

/** Here a click on an old page would send cards, and not only find them sent. */
const NOT_SENT: readonly EnrollmentState[] = ['draft', 'consented', 'expired'];

const sameFields = (some: SharedField[], others: SharedField[]) =>
  some.length === others.length && some.every((field) => others.includes(field));

/** What this person shares: everything that is offered, but what they keep private. */
async function agreedFields(
  actor: Actor,
  enrollment: Enrollment,
  { keepPrivate }: Agreement,
): Promise<SharedField[]> {
  const { requestor } = await eligibleTokenRequestor(actor, enrollment);
  return offeredFields(actor.customer, requestor)
    .filter(({ field, optional }) => !optional || !keepPrivate.includes(field))
    .map(({ field }) => field);
}

async function eligibleTokenRequestor(actor: Actor, enrollment: Enrollment) {
  const found = await findTokenRequestor(actor.customer.id, enrollment.tokenRequestorId, actor.clock());
  if (found === null) throw new AppError('SERVICE_UNAVAILABLE');
  const eligible = found.view.eligibleCardIds;
  if (enrollment.cards.some((card) => !eligible.includes(card.cardId)))
    throw new AppError('CARD_NOT_ELIGIBLE');
  return found;
}

async function give(actor: Actor, agreement: Agreement): Promise<'now'> {
  const now = actor.clock();
  const enrollment = await loadEnrollment(actor.customer.id, agreement.enrollmentId);
  if (!agreement.agreed) throw new AppError('CONSENT_MISSING');
  if (agreement.version !== enrollment.version) throw new AppError('STALE');
  // The language in which the person has just read it; Click to Pay is told the same (spec 4.3).
  const { locale } = actor.customer;
  const text = consentText(locale, enrollment.tokenRequestorName);
  if (agreement.consentVersion !== text.version) throw new AppError('STALE');
  const fields = await agreedFields(actor, enrollment, agreement);
  const { rule } = stepUpFor(actor, enrollment);
  const consentId = randomId();
  await database().transaction(async (tx) => {
    await transition(tx, enrollment, 'consent_given', now, { sharedFields: fields, consentId, locale });
    await insertConsent(tx, {
      id: consentId,
      enrollmentId: enrollment.id,
      customerId: actor.customer.id,
      sessionHash: actor.sessionHash,
      text: text.text,
      version: text.version,
      textHash: sha256(text.text),
      locale,
      tokenRequestorId: enrollment.tokenRequestorId,
      cardIds: enrollment.cards.map((card) => card.cardId),
      fields,
      stepUpRule: rule,
      at: now,
    });
    await audit(tx, {
      at: now,
      actor: actor.customer.id,
      sessionHash: actor.sessionHash,
      action: 'consent',
      object: enrollment.id,
      outcome: 'given',
      detail: { version: text.version, rule },
    });
  });
  return 'now';
}
