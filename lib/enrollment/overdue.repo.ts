import { and, eq, inArray, lt, or, sql } from 'drizzle-orm';
import { database } from '@/lib/db/client';
import { customers, enrollments, stepUps } from '@/lib/db/schema';
import { AWAITING_RESULT } from '@/lib/domain/enrollment';
import type { EnrollmentRow } from './enrollment.repo';

/** Enrollments whose time has run out: receipts too old, a push that nobody finished, or one that nobody answered. Customer clocks are honoured. */
export async function overdueEnrollments(
  realNow: Date,
  { pushDeadlineMs, repeatableMs }: { pushDeadlineMs: number; repeatableMs: number },
  customerId?: string,
): Promise<(EnrollmentRow & { now: Date })[]> {
  const customerNow = sql`(${realNow.toISOString()}::timestamptz + ${customers.clockOffsetMs} * interval '1 millisecond')`;
  const expired = and(
    inArray(enrollments.state, [...AWAITING_RESULT]),
    sql`${enrollments.receiptsExpireAt} <= ${customerNow}`,
  );
  const stuck = and(
    eq(enrollments.state, 'pushing'),
    lt(enrollments.pushedAt, new Date(realNow.getTime() - pushDeadlineMs)),
  );
  // As long as receipts live: after that what was proven is too old to repeat a push on (AU-11).
  const unanswered = and(
    eq(enrollments.state, 'unknown'),
    sql`coalesce((select max(${stepUps.at}) from ${stepUps} where ${stepUps.enrollmentId} = ${enrollments.id}), ${enrollments.pushedAt}) <= ${customerNow} - ${repeatableMs} * interval '1 millisecond'`,
  );
  const filters = [
    or(expired, stuck, unanswered),
    customerId === undefined ? undefined : eq(enrollments.customerId, customerId),
  ];
  const rows = await database()
    .select({ enrollment: enrollments, offset: customers.clockOffsetMs })
    .from(enrollments)
    .innerJoin(customers, eq(customers.id, enrollments.customerId))
    .where(and(...filters))
    .limit(200);
  return rows.map(({ enrollment, offset }) => ({ ...enrollment, now: new Date(realNow.getTime() + offset) }));
}
