import { audit } from '@/lib/audit/audit';
import { database } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { transition } from './enrollment.repo';
import { overdueEnrollments } from './overdue.repo';

/** A push ends within 12 s (PU-07); one that is older was cut short by a crash. */
const PUSH_DEADLINE_MS = 20_000;
/** How long a push that nobody answered may be repeated on the same proof: as long as receipts live. */
const REPEATABLE_MS = 15 * 60_000;
const LIMITS = { pushDeadlineMs: PUSH_DEADLINE_MS, repeatableMs: REPEATABLE_MS };

/**
 * Tells the truth about enrollments whose time ran out: receipts too old → `expired`, a push that nobody finished → `unknown`,
 * one that nobody answered for as long as receipts live → `expired`: from there it takes a new code (AU-11).
 * Runs before a customer's screens are read and every half minute for everybody; somebody else being faster is fine.
 */
export async function settleOverdue(customerId?: string): Promise<number> {
  let settled = 0;
  for (const { now, ...enrollment } of await overdueEnrollments(new Date(), LIMITS, customerId)) {
    const stuck = enrollment.state === 'pushing';
    try {
      await database().transaction(async (tx) => {
        if (stuck)
          await transition(
            tx,
            enrollment,
            'no_readable_answer',
            now,
            { failure: 'timeout' },
            { failure: 'timeout' },
          );
        else await transition(tx, enrollment, 'receipts_expired', now, { handOffSealed: null });
        await audit(tx, {
          at: now,
          actor: 'system',
          action: 'push',
          object: enrollment.id,
          outcome: stuck ? 'cut_short' : 'expired',
        });
      });
      settled += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  if (settled > 0) log.info('enrollment.settled', { count: settled });
  return settled;
}
