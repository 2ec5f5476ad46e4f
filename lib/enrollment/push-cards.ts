import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@/lib/auth/actor';
import { audit } from '@/lib/audit/audit';
import { config } from '@/lib/config/env';
import { coreBanking } from '@/lib/core-banking/adapter';
import type { Card } from '@/lib/core-banking/core-banking';
import { database } from '@/lib/db/client';
import { ineligibility } from '@/lib/domain/card';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { mdes } from '@/lib/mdes/mdes';
import type { PushInput } from '@/lib/token-connect/client';
import { suppliesAccountHolderData } from '@/lib/token-connect/push-payload';
import { acceptProof, type Proof } from './accept-proof';
import { currentEnrollment } from './enrollment-view';
import { beginPush, requirePushesLeft, unsavedCards } from './begin-push';
import { loadEnrollment, lockEnrollment, type Enrollment } from './enrollment.repo';
import { recordPush, type PushRecord } from './record-push';
import { accountHolderData } from './shared-fields';

/** Fifteen minutes, the longest that MDES allows (spec 4.3, pushAccountReceiptsValidityPeriod). */
export const RECEIPTS_VALID_MINUTES = 15;
/** After it every system must reject the blob (spec 3.4: recommended now + 30 minutes). */
const DATA_VALID_MS = 30 * 60_000;

/** The code is right, once; see `confirmPush`. */
export function confirmCode(
  actor: Actor,
  enrollmentId: string,
  code: string,
  shownVersion?: number,
  onSealed?: () => void,
): Promise<PushRecord> {
  return confirmPush(actor, enrollmentId, { by: 'code', code }, shownVersion, onSealed);
}

/**
 * The proof is accepted, once: commits the intent, then calls MDES, then commits what it said. A second caller with the same
 * proof (double click, second tab) waits for the first one's end and answers with its state (PU-04).
 * @param shownVersion version of the enrollment on the page that asked for the proof; `STALE` when cards or consent were changed
 *   elsewhere since, however right the proof is (PU-05). Left out by callers without a page.
 * @param onSealed called when this very proof was accepted and committed: not for a caller who found the slip sealed already
 */
export async function confirmPush(
  actor: Actor,
  enrollmentId: string,
  proof: Proof,
  shownVersion?: number,
  onSealed?: () => void,
): Promise<PushRecord> {
  const seen = await loadEnrollment(actor.customer.id, enrollmentId);
  if (!awaitsProof(seen)) return endOfPush(actor, seen);
  if (shownVersion !== undefined && seen.version !== shownVersion) throw new AppError('STALE');
  await requireUsableCards(actor, seen);
  const verdict = await database().transaction(async (tx) => {
    const enrollment = await lockEnrollment(tx, actor.customer.id, enrollmentId);
    if (!awaitsProof(enrollment)) return 'elsewhere';
    if (enrollment.version !== seen.version) throw new AppError('STALE');
    await requirePushesLeft(tx, actor);
    const accepted = await acceptProof(tx, actor, enrollment, proof);
    // Not thrown in here: the try that it cost is committed.
    return accepted instanceof AppError ? accepted : beginPush(tx, actor, enrollment, accepted);
  });
  if (verdict instanceof AppError) throw verdict;
  if (verdict === 'elsewhere') return endOfPush(actor, seen);
  onSealed?.();
  return push(actor, verdict, { repeated: false });
}

const awaitsProof = ({ state }: Enrollment) => state === 'consented' || state === 'expired';

/**
 * From `unknown` only: the same request id and the same account ids, so that MDES may recognise the call (decisions 7). In any
 * other state (a second click among them) nothing is sent and the state is the answer.
 */
export async function pushAgain(actor: Actor, enrollmentId: string): Promise<PushRecord> {
  const seen = await currentEnrollment(actor, enrollmentId);
  if (seen.state !== 'unknown') return endOfPush(actor, seen);
  await requireUsableCards(actor, seen);
  const verdict = await database().transaction(async (tx) => {
    const enrollment = await lockEnrollment(tx, actor.customer.id, enrollmentId);
    if (enrollment.state !== 'unknown') return 'elsewhere';
    await requirePushesLeft(tx, actor);
    return beginPush(tx, actor, enrollment, null);
  });
  return verdict === 'elsewhere' ? endOfPush(actor, seen) : push(actor, verdict, { repeated: true });
}

/** A push ends within 12 s (PU-07). */
const END_OF_PUSH_MS = 13_000;
const LOOK_AGAIN_MS = 100;

/** How the enrollment stands once nobody pushes it any more: of two tabs, the slower lands where the faster does (PU-04). */
async function endOfPush(actor: Actor, { id }: Enrollment): Promise<PushRecord> {
  const until = performance.now() + END_OF_PUSH_MS;
  for (;;) {
    const { state } = await loadEnrollment(actor.customer.id, id);
    if (state !== 'pushing' || performance.now() > until) return { state };
    await pause(LOOK_AGAIN_MS);
  }
}

/** AZ-05: what the list showed earlier does not count; the cards are looked at again right before they go. */
async function requireUsableCards(actor: Actor, enrollment: Enrollment): Promise<void> {
  const own = new Map(
    (await coreBanking().cards(actor.customer.id)).map((card): [string, Card] => [card.id, card]),
  );
  const now = actor.clock();
  for (const { cardId } of unsavedCards(enrollment)) {
    const card = own.get(cardId);
    if (card === undefined || ineligibility(card, now) !== null) throw new AppError('CARD_NOT_ELIGIBLE');
  }
}

async function push(
  actor: Actor,
  enrollment: Enrollment,
  { repeated }: { repeated: boolean },
): Promise<PushRecord> {
  // crash point P2: the intent is committed, nothing has left.
  const terms = {
    repeated,
    receiptsExpireAt: new Date(actor.clock().getTime() + RECEIPTS_VALID_MINUTES * 60_000),
  };
  const input = await pushInput(actor, enrollment).catch(async (error: unknown) => {
    // Nothing left the house: said at once, instead of after the deadline of a push that nobody finished.
    const notSent = { kind: 'malformed', detail: 'input', sent: false, attempts: 0, requestId: '' } as const;
    const unused = { ...terms, accountHolderDataSupplied: false };
    await recordPush(actor, enrollment, { ok: false, error: notSent }, unused);
    throw error;
  });
  const answer = await mdes().pushMultipleAccounts(input);
  // crash point P4: the answer is read, nothing of it is committed.
  if (!answer.ok) {
    const { kind, requestId, attempts, status } = answer.error;
    log.warn('push.failed', {
      enrollmentId: enrollment.id,
      requestId,
      attempts,
      outcome: kind,
      ...(status === undefined ? {} : { status }),
    });
  }
  const accountHolderDataSupplied = suppliesAccountHolderData(input.accountHolder);
  return recordPush(actor, enrollment, answer, { ...terms, accountHolderDataSupplied });
}

/** The only place where a PAN is opened; each opening is audited (PD-05). */
async function pushInput(actor: Actor, enrollment: Enrollment): Promise<PushInput> {
  const own = new Map(
    (await coreBanking().cards(actor.customer.id)).map((card): [string, Card] => [card.id, card]),
  );
  const accounts: PushInput['accounts'] = [];
  for (const { cardId, pushAccountId } of unsavedCards(enrollment)) {
    const pan = await coreBanking().pan(actor.customer.id, cardId);
    const card = own.get(cardId);
    if (pan === null || card === undefined || pushAccountId === null) throw new AppError('CARD_NOT_ELIGIBLE');
    accounts.push({ pushAccountId, pan, ...(card.expiry === null ? {} : { expiry: card.expiry }) });
  }
  await database().transaction((tx) =>
    audit(tx, {
      at: actor.clock(),
      actor: actor.customer.id,
      sessionHash: actor.sessionHash,
      action: 'pan_used',
      object: enrollment.id,
      outcome: 'push',
      detail: { cards: accounts.length },
    }),
  );
  return {
    requestId: enrollment.requestId ?? randomUUID(),
    tokenRequestorId: enrollment.tokenRequestorId,
    accounts,
    accountHolder: accountHolderData(actor.customer, enrollment.sharedFields ?? []),
    callbackUrl: `${config().origin}/tokenization-results`,
    locale: enrollment.locale,
    dataValidUntil: new Date(Date.now() + DATA_VALID_MS),
    receiptsValidityMinutes: RECEIPTS_VALID_MINUTES,
  };
}
