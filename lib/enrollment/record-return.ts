import type { Actor } from '@/lib/auth/actor';
import { audit } from '@/lib/audit/audit';
import { database } from '@/lib/db/client';
import { allAnswered, AWAITING_RESULT } from '@/lib/domain/enrollment';
import type { ReportedResult } from '@/lib/domain/result';
import { AppError } from '@/lib/errors/app-error';
import { answerCard, loadEnrollment, note, transition, type Enrollment, updateCard } from './enrollment.repo';

/** A result that comes up to half an hour after expiry is recorded as late (decisions 6). */
const LATE_MS = 30 * 60_000;

export type ReturnRecord = 'applied' | 'repeated' | 'conflict' | 'late' | 'ignored';

/**
 * Applies what Click to Pay reported to one enrollment of this customer: a claim that may move waiting cards, once (CB-01 to
 * CB-03). The caller has established that customer and browser are the right ones. Fifty parallel calls make one transition:
 * the losers of the compare-and-set read again and find their work done.
 */
export async function recordReturn(
  actor: Actor,
  enrollmentId: string,
  results: ReportedResult[],
): Promise<ReturnRecord> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const enrollment = await loadEnrollment(actor.customer.id, enrollmentId);
    const own = results.filter(({ receipt }) => enrollment.cards.some((card) => card.receipt === receipt));
    if (own.length === 0) return 'ignored';
    try {
      return await apply(actor, enrollment, own);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'STALE')) throw error;
    }
  }
  return 'repeated';
}

async function apply(actor: Actor, enrollment: Enrollment, results: ReportedResult[]): Promise<ReturnRecord> {
  const at = actor.clock();
  const expired =
    enrollment.receiptsExpireAt === null || enrollment.receiptsExpireAt.getTime() <= at.getTime();
  const fresh = results.filter(({ receipt }) =>
    enrollment.cards.some((card) => card.receipt === receipt && card.outcome === 'pushed'),
  );
  if (fresh.length === 0) return repeated(actor, enrollment, results, at);
  if (AWAITING_RESULT.includes(enrollment.state) && !expired)
    return applyInTime(actor, enrollment, fresh, at);
  const late =
    enrollment.receiptsExpireAt !== null && at.getTime() - enrollment.receiptsExpireAt.getTime() <= LATE_MS;
  const open = AWAITING_RESULT.includes(enrollment.state) || enrollment.state === 'expired';
  return late && open ? recordLate(actor, enrollment, fresh, at) : 'ignored';
}

async function applyInTime(
  actor: Actor,
  enrollment: Enrollment,
  results: ReportedResult[],
  at: Date,
): Promise<ReturnRecord> {
  const outcomes = enrollment.cards.map(
    (card) => results.find(({ receipt }) => receipt === card.receipt)?.outcome ?? card.outcome,
  );
  const pushed = outcomes.filter((outcome) => outcome !== 'refused');
  const complete = allAnswered(pushed);
  const event = pushed.every((outcome) => outcome === 'cancelled') ? 'cancelled' : 'results_reported';
  await database().transaction(async (tx) => {
    const detail = { outcomes: results.map(({ outcome }) => outcome) };
    // Answered: the hand-off has served.
    if (complete)
      await transition(tx, enrollment, event, at, { reportedAt: at, handOffSealed: null }, detail);
    else await note(tx, enrollment, 'partial_result', at, {}, detail);
    for (const { receipt, outcome, tokenUniqueReference } of results)
      await answerCard(tx, enrollment.id, receipt, { outcome, tokenUniqueReference, at });
    await audit(tx, {
      at,
      actor: actor.customer.id,
      sessionHash: actor.sessionHash,
      action: 'callback',
      object: enrollment.id,
      outcome: 'applied',
      detail: { cards: results.length },
    });
  });
  return 'applied';
}

/** Too late to count: kept on record, shown as "could not confirm", never a success (CB-14). */
async function recordLate(
  actor: Actor,
  enrollment: Enrollment,
  results: ReportedResult[],
  at: Date,
): Promise<ReturnRecord> {
  await database().transaction(async (tx) => {
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
    await audit(tx, {
      at,
      actor: actor.customer.id,
      sessionHash: actor.sessionHash,
      action: 'callback',
      object: enrollment.id,
      outcome: 'late',
      detail: { cards: results.length },
    });
  });
  return 'late';
}

/** The first report stands. One that says something else changes nothing and is audited (CB-03). */
async function repeated(
  actor: Actor,
  enrollment: Enrollment,
  results: ReportedResult[],
  at: Date,
): Promise<ReturnRecord> {
  const conflict = results.some(({ receipt, outcome }) =>
    enrollment.cards.some((card) => card.receipt === receipt && card.outcome !== outcome),
  );
  if (!conflict) return 'repeated';
  await database().transaction((tx) =>
    audit(tx, {
      at,
      actor: actor.customer.id,
      sessionHash: actor.sessionHash,
      action: 'callback',
      object: enrollment.id,
      outcome: 'conflict',
    }),
  );
  return 'conflict';
}
