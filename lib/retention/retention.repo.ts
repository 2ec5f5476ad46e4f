import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { database } from '@/lib/db/client';
import {
  challenges,
  customers,
  demoMessages,
  enrollmentCards,
  enrollments,
  parkedReturns,
  sessions,
  signInFailures,
} from '@/lib/db/schema';

/** Receipts of enrollments whose receipts expired before `moment` on the customer's own clock, and the hand-off and browser that went with them. */
export async function purgeReceipts(moment: Date): Promise<number> {
  const old = database()
    .select({ id: enrollments.id })
    .from(enrollments)
    .innerJoin(customers, eq(customers.id, enrollments.customerId))
    .where(
      sql`${enrollments.receiptsExpireAt} < ${moment.toISOString()}::timestamptz + ${customers.clockOffsetMs} * interval '1 millisecond'`,
    );
  const rows = await database()
    .update(enrollmentCards)
    .set({ receipt: null })
    .where(and(isNotNull(enrollmentCards.receipt), inArray(enrollmentCards.enrollmentId, old)))
    .returning({ id: enrollmentCards.id });
  await database()
    .update(enrollments)
    .set({ handOffSealed: null, flowHash: null })
    .where(
      and(
        or(isNotNull(enrollments.handOffSealed), isNotNull(enrollments.flowHash)),
        inArray(enrollments.id, old),
      ),
    );
  return rows.length;
}

export async function purgeParkedReturns(moment: Date): Promise<number> {
  const rows = await database()
    .delete(parkedReturns)
    .where(lt(parkedReturns.at, moment))
    .returning({ flowHash: parkedReturns.flowHash });
  return rows.length;
}

export async function purgeDemoMessages(moment: Date): Promise<number> {
  const rows = await database()
    .delete(demoMessages)
    .where(lt(demoMessages.at, moment))
    .returning({ id: demoMessages.id });
  return rows.length;
}

export async function purgeChallenges(moment: Date): Promise<number> {
  const rows = await database()
    .delete(challenges)
    .where(lt(challenges.expiresAt, moment))
    .returning({ id: challenges.id });
  return rows.length;
}

/** Sessions that ended before `moment`, and those that nobody ended but that were last used before it. */
export async function purgeSessions(moment: Date): Promise<number> {
  const rows = await database()
    .delete(sessions)
    .where(or(lt(sessions.endedAt, moment), and(isNull(sessions.endedAt), lt(sessions.lastActiveAt, moment))))
    .returning({ idHash: sessions.idHash });
  return rows.length;
}

/** Counters that began before `moment` and block nobody any more. */
export async function purgeSignInFailures(moment: Date): Promise<number> {
  const rows = await database()
    .delete(signInFailures)
    .where(
      and(
        lt(signInFailures.firstAt, moment),
        or(isNull(signInFailures.blockedUntil), lt(signInFailures.blockedUntil, moment)),
      ),
    )
    .returning({ subject: signInFailures.subject });
  return rows.length;
}
