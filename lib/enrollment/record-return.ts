import type { Actor } from '@/lib/auth/actor';
import { audit } from '@/lib/audit/audit';
import { database, type Database } from '@/lib/db/client';
import { allAnswered, AWAITING_RESULT } from '@/lib/domain/enrollment';
import type { ReportedResult } from '@/lib/domain/result';
import { answerCard, lockEnrollment, note, transition, updateCard, type Enrollment } from './enrollment.repo';

/** A result that comes up to half an hour after expiry is recorded as late (decisions 6). */
const LATE_MS = 30 * 60_000;

export type ReturnRecord = 'applied' | 'repeated' | 'conflict' | 'late' | 'ignored';

/** One return while nobody else touches the enrollment. */
interface Arrival {
  tx: Database;
  actor: Actor;
  enrollment: Enrollment;
  at: Date;
}

/**
 * Applies what Click to Pay reported to one enrollment of this customer: a claim that may move waiting cards, once (CB-01 to
 * CB-03). The caller has established that customer and browser are the right ones. Fifty parallel calls make one transition:
 * they wait for each other and find their work done.
 */
export function recordReturn(
  actor: Actor,
  enrollmentId: string,
  results: ReportedResult[],
): Promise<ReturnRecord> {
  return database().transaction(async (tx) => {
    const enrollment = await lockEnrollment(tx, actor.customer.id, enrollmentId);
    const record = await apply({ tx, actor, enrollment, at: actor.clock() }, results);
    // crash point P7: what Click to Pay reported is written and not committed.
    return record;
  });
}

async function apply(arrival: Arrival, results: ReportedResult[]): Promise<ReturnRecord> {
  const { enrollment, at } = arrival;
  const { state, receiptsExpireAt, lateResultAt, cards } = enrollment;
  const cardOf = ({ receipt }: ReportedResult) => cards.find((card) => card.receipt === receipt);
  const own = results.filter((result) => cardOf(result) !== undefined);
  const waiting = own.filter((result) => cardOf(result)?.outcome === 'pushed');
  // The first report stands; one that says something else changes nothing and is audited (CB-03). After a late one nothing is known.
  const conflict =
    lateResultAt === null &&
    own.some((result) => {
      const card = cardOf(result);
      const same =
        card?.outcome === result.outcome && card.tokenUniqueReference === result.tokenUniqueReference;
      return card?.outcome !== 'pushed' && !same;
    });
  if (conflict) await auditReturn(arrival, 'conflict', own.length);
  if (waiting.length === 0) return conflict ? 'conflict' : own.length === 0 ? 'ignored' : 'repeated';
  if (receiptsExpireAt === null) return 'ignored';
  const overdueMs = at.getTime() - receiptsExpireAt.getTime();
  const awaiting = AWAITING_RESULT.includes(state);
  if (awaiting && overdueMs < 0) return applyInTime(arrival, waiting);
  return (awaiting || state === 'expired') && overdueMs <= LATE_MS ? recordLate(arrival, waiting) : 'ignored';
}

async function applyInTime(arrival: Arrival, results: ReportedResult[]): Promise<ReturnRecord> {
  const { tx, enrollment, at } = arrival;
  const outcomes = enrollment.cards.map(
    (card) => results.find(({ receipt }) => receipt === card.receipt)?.outcome ?? card.outcome,
  );
  const pushed = outcomes.filter((outcome) => outcome !== 'refused');
  const event = pushed.every((outcome) => outcome === 'cancelled') ? 'cancelled' : 'results_reported';
  const detail = { outcomes: results.map(({ outcome }) => outcome) };
  // Answered: the hand-off has served.
  if (allAnswered(pushed))
    await transition(tx, enrollment, event, at, { reportedAt: at, handOffSealed: null }, detail);
  else await note(tx, enrollment, 'partial_result', at, {}, detail);
  for (const { receipt, outcome, tokenUniqueReference } of results)
    await answerCard(tx, enrollment.id, receipt, { outcome, tokenUniqueReference, at });
  await auditReturn(arrival, 'applied', results.length);
  return 'applied';
}

/** Too late to count: kept on record, shown as "could not confirm", never a success (CB-14). */
async function recordLate(arrival: Arrival, results: ReportedResult[]): Promise<ReturnRecord> {
  const { tx, enrollment, at } = arrival;
  const detail = { outcomes: results.map(({ outcome }) => outcome) };
  const row =
    enrollment.state === 'expired'
      ? enrollment
      : await transition(tx, enrollment, 'receipts_expired', at, { handOffSealed: null });
  await note(tx, row, 'late_result', at, { lateResultAt: at }, detail);
  for (const card of enrollment.cards) {
    if (results.some(({ receipt }) => receipt === card.receipt))
      await updateCard(tx, card.id, { outcome: 'unknown', source: 'browser', outcomeAt: at });
  }
  await auditReturn(arrival, 'late', results.length);
  return 'late';
}

function auditReturn(
  { tx, actor, enrollment, at }: Arrival,
  outcome: 'applied' | 'conflict' | 'late',
  cards: number,
): Promise<void> {
  return audit(tx, {
    at,
    actor: actor.customer.id,
    sessionHash: actor.sessionHash,
    action: 'callback',
    object: enrollment.id,
    outcome,
    detail: { cards },
  });
}
