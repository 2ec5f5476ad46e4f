import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/auth/actor';
import { audit } from '@/lib/audit/audit';
import { findConsent } from '@/lib/consent/consent.repo';
import type { Database } from '@/lib/db/client';
import { isSaved } from '@/lib/domain/enrollment';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import type { AcceptedProof } from './accept-proof';
import { countPushes, transition, updateCard, type Enrollment } from './enrollment.repo';
import { insertStepUp } from './step-up.repo';

/** A person's own limit (PU-13): whoever needs more is not a person who saves cards. */
const PUSHES_PER_HOUR = 10;
const HOUR_MS = 60 * 60_000;

/** Counted under a lock on the customer, so that several tabs share the limit; the code that was entered is not spent. */
export async function requirePushesLeft(tx: Database, actor: Actor): Promise<void> {
  const since = new Date(actor.clock().getTime() - HOUR_MS);
  if ((await countPushes(tx, actor.customer.id, since)) < PUSHES_PER_HOUR) return;
  log.warn('push.too_many', { outcome: 'refused' });
  throw new AppError('TOO_MANY_PUSHES');
}

/** The cards that go: what is reported as saved stays so and is not sent a second time. */
export const unsavedCards = ({ cards }: Enrollment) => cards.filter(({ outcome }) => !isSaved(outcome));

/**
 * Commits the intent (PU-03): state `pushing`, the request id and every account id, before a byte leaves the house. With `proof`
 * it is a new attempt; without, the repetition of one that nobody answered.
 */
export async function beginPush(
  tx: Database,
  actor: Actor,
  enrollment: Enrollment,
  proof: AcceptedProof | null,
): Promise<Enrollment> {
  const now = actor.clock();
  if (proof !== null) await seal(tx, actor, enrollment, proof);
  const requestId = proof !== null || enrollment.requestId === null ? randomUUID() : enrollment.requestId;
  const row = await transition(tx, enrollment, eventOf(enrollment, proof), now, {
    requestId,
    attempt: enrollment.attempt + 1,
    // Real time, whatever the customer's clock says: it dates our own work.
    pushedAt: new Date(),
    failure: null,
    lateResultAt: null,
  });
  const cards: Enrollment['cards'] = enrollment.cards.filter(({ outcome }) => isSaved(outcome));
  for (const card of unsavedCards(enrollment)) {
    const pushAccountId = proof !== null || card.pushAccountId === null ? randomUUID() : card.pushAccountId;
    const fresh = {
      pushAccountId,
      receipt: null,
      outcome: 'chosen',
      source: null,
      reasonCode: null,
      tokenUniqueReference: null,
      outcomeAt: null,
    } as const;
    await updateCard(tx, card.id, fresh);
    cards.push({ ...card, ...fresh });
  }
  await audit(tx, {
    at: now,
    actor: actor.customer.id,
    sessionHash: actor.sessionHash,
    action: 'push',
    object: enrollment.id,
    outcome: 'begun',
    detail: { requestId, cards: unsavedCards(enrollment).length },
  });
  // crash point P1: the intent is written and not committed.
  return { ...row, cards };
}

function eventOf(enrollment: Enrollment, proof: AcceptedProof | null) {
  if (enrollment.state !== 'consented') return 'pushed_again';
  return proof?.method === 'agreement' ? 'step_up_waived' : 'verified';
}

/** The consent and what sealed it, written down together with the push that they allow (GD-01, OP-01). */
async function seal(tx: Database, actor: Actor, enrollment: Enrollment, proof: AcceptedProof): Promise<void> {
  const { consentId } = enrollment;
  if (consentId === null || !(await isCovered(tx, enrollment, consentId))) throw new AppError('STALE');
  const now = actor.clock();
  const { sessionHash, customer } = actor;
  await insertStepUp(tx, {
    ...proof,
    customerId: customer.id,
    enrollmentId: enrollment.id,
    consentId,
    sessionHash,
    at: now,
  });
  await audit(tx, {
    at: now,
    actor: customer.id,
    sessionHash,
    action: 'step_up',
    object: enrollment.id,
    outcome: proof.method === 'agreement' ? 'waived' : 'accepted',
    detail: { stepUp: proof.id, method: proof.method, rule: proof.rule },
  });
}

/** The record that the person made covers exactly what would go, and is theirs (AU-11), whether or not a code is asked for. */
async function isCovered(tx: Database, enrollment: Enrollment, consentId: string): Promise<boolean> {
  const consent = await findConsent(consentId, tx);
  const same = (one: readonly string[], other: readonly string[]) =>
    JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
  return (
    consent !== null &&
    consent.customerId === enrollment.customerId &&
    consent.enrollmentId === enrollment.id &&
    consent.tokenRequestorId === enrollment.tokenRequestorId &&
    same(
      consent.cardIds,
      enrollment.cards.map(({ cardId }) => cardId),
    ) &&
    same(consent.fields, enrollment.sharedFields ?? [])
  );
}
