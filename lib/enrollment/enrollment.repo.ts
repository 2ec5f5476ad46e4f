import { and, asc, count, desc, eq, gt, inArray, ne } from 'drizzle-orm';
import { database, type Database } from '@/lib/db/client';
import { cards, customers, enrollmentCards, enrollmentEvents, enrollments } from '@/lib/db/schema';
import { nextState, type CardOutcome, type EnrollmentEvent } from '@/lib/domain/enrollment';
import { AppError } from '@/lib/errors/app-error';

export type EnrollmentRow = typeof enrollments.$inferSelect;
export type EnrollmentCardRow = typeof enrollmentCards.$inferSelect;
export interface Enrollment extends EnrollmentRow {
  cards: EnrollmentCardRow[];
}
type Changes = Partial<typeof enrollments.$inferInsert>;
type EventDetail = NonNullable<(typeof enrollmentEvents.$inferSelect)['detail']>;

/** An enrollment of this customer with its cards; absent and somebody else's are one answer (AZ-02). */
export async function findEnrollment(
  customerId: string,
  enrollmentId: string,
  db: Database = database(),
): Promise<Enrollment | null> {
  const [row] = await db
    .select()
    .from(enrollments)
    .where(and(eq(enrollments.id, enrollmentId), eq(enrollments.customerId, customerId)));
  return row ? { ...row, cards: await cardsOf(db, row.id) } : null;
}

/** As `findEnrollment`, with `NOT_FOUND` for a miss. */
export async function loadEnrollment(
  customerId: string,
  enrollmentId: string,
  db: Database = database(),
): Promise<Enrollment> {
  const enrollment = await findEnrollment(customerId, enrollmentId, db);
  if (enrollment === null) throw new AppError('NOT_FOUND');
  return enrollment;
}

/** As `loadEnrollment`, and nobody else changes it before this transaction ends: a second click waits for the first. */
export async function lockEnrollment(
  tx: Database,
  customerId: string,
  enrollmentId: string,
): Promise<Enrollment> {
  await tx
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(and(eq(enrollments.id, enrollmentId), eq(enrollments.customerId, customerId)))
    .for('update');
  return loadEnrollment(customerId, enrollmentId, tx);
}

async function cardsOf(db: Database, enrollmentId: string): Promise<EnrollmentCardRow[]> {
  return db
    .select()
    .from(enrollmentCards)
    .where(eq(enrollmentCards.enrollmentId, enrollmentId))
    .orderBy(asc(enrollmentCards.position));
}

/** Newest first, with cards. */
export async function listEnrollments(customerId: string, limit = 100): Promise<Enrollment[]> {
  const rows = await database()
    .select()
    .from(enrollments)
    .where(eq(enrollments.customerId, customerId))
    .orderBy(desc(enrollments.updatedAt))
    .limit(limit);
  if (rows.length === 0) return [];
  const all = await database()
    .select()
    .from(enrollmentCards)
    .where(
      inArray(
        enrollmentCards.enrollmentId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(enrollmentCards.position));
  const byEnrollment = groupById(all);
  return rows.map((row) => ({ ...row, cards: byEnrollment.get(row.id) ?? [] }));
}

function groupById(all: EnrollmentCardRow[]): Map<string, EnrollmentCardRow[]> {
  const groups = new Map<string, EnrollmentCardRow[]>();
  for (const card of all) groups.set(card.enrollmentId, [...(groups.get(card.enrollmentId) ?? []), card]);
  return groups;
}

/** Inserts a draft with its cards and its first event. */
export async function insertEnrollment(
  tx: Database,
  row: typeof enrollments.$inferInsert,
  cardRows: (typeof enrollmentCards.$inferInsert)[],
): Promise<void> {
  await tx.insert(enrollments).values(row);
  await tx.insert(enrollmentCards).values(cardRows);
  await tx.insert(enrollmentEvents).values({
    enrollmentId: row.id,
    event: 'created',
    fromState: null,
    toState: row.state,
    at: row.createdAt,
  });
}

/** Replaces the cards of a draft. */
export async function replaceCards(
  tx: Database,
  enrollmentId: string,
  cardRows: (typeof enrollmentCards.$inferInsert)[],
): Promise<void> {
  await tx.delete(enrollmentCards).where(eq(enrollmentCards.enrollmentId, enrollmentId));
  await tx.insert(enrollmentCards).values(cardRows);
}

/**
 * The only way in which a state changes: one conditional UPDATE on the version that was read, and the event in the same
 * transaction. `STEP_SKIPPED` when the table forbids it, `STALE` when somebody was faster.
 */
export async function transition(
  tx: Database,
  enrollment: EnrollmentRow,
  event: EnrollmentEvent,
  at: Date,
  changes: Changes = {},
  detail?: EventDetail,
): Promise<EnrollmentRow> {
  const toState = nextState(enrollment.state, event);
  if (toState === null) throw new AppError('STEP_SKIPPED');
  return write(tx, enrollment, { ...changes, state: toState }, event, at, detail);
}

/** A fact that leaves the state as it is (part of the results, a late one): same discipline. */
export async function note(
  tx: Database,
  enrollment: EnrollmentRow,
  event: 'late_result' | 'conflicting_result' | 'partial_result',
  at: Date,
  changes: Changes = {},
  detail?: EventDetail,
): Promise<EnrollmentRow> {
  return write(tx, enrollment, changes, event, at, detail);
}

async function write(
  tx: Database,
  enrollment: EnrollmentRow,
  changes: Changes,
  event: (typeof enrollmentEvents.$inferInsert)['event'],
  at: Date,
  detail: EventDetail | undefined,
): Promise<EnrollmentRow> {
  const [row] = await tx
    .update(enrollments)
    .set({ ...changes, version: enrollment.version + 1, updatedAt: at })
    .where(
      and(
        eq(enrollments.id, enrollment.id),
        eq(enrollments.customerId, enrollment.customerId),
        eq(enrollments.version, enrollment.version),
      ),
    )
    .returning();
  if (row === undefined) throw new AppError('STALE');
  await tx.insert(enrollmentEvents).values({
    enrollmentId: row.id,
    event,
    fromState: enrollment.state,
    toState: row.state,
    at,
    ...(detail ? { detail } : {}),
  });
  return row;
}

export async function updateCard(
  tx: Database,
  cardRowId: string,
  changes: Partial<typeof enrollmentCards.$inferInsert>,
): Promise<void> {
  await tx.update(enrollmentCards).set(changes).where(eq(enrollmentCards.id, cardRowId));
}

/** Answers a card that still waits, by its receipt; false when it has an answer already. */
export async function answerCard(
  tx: Database,
  enrollmentId: string,
  receipt: string,
  answer: { outcome: CardOutcome; tokenUniqueReference: string | null; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(enrollmentCards)
    .set({
      outcome: answer.outcome,
      source: 'browser',
      tokenUniqueReference: answer.tokenUniqueReference,
      outcomeAt: answer.at,
    })
    .where(
      and(
        eq(enrollmentCards.enrollmentId, enrollmentId),
        eq(enrollmentCards.receipt, receipt),
        eq(enrollmentCards.outcome, 'pushed'),
      ),
    )
    .returning({ id: enrollmentCards.id });
  return rows.length > 0;
}

/** The enrollments to which these receipts belong. */
export async function enrollmentsOfReceipts(
  receipts: string[],
): Promise<{ enrollmentId: string; customerId: string; flowHash: string | null }[]> {
  if (receipts.length === 0) return [];
  return database()
    .selectDistinct({
      enrollmentId: enrollments.id,
      customerId: enrollments.customerId,
      flowHash: enrollments.flowHash,
    })
    .from(enrollmentCards)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentCards.enrollmentId))
    .where(inArray(enrollmentCards.receipt, receipts));
}

/** The newest enrollment that left from this browser. */
export async function enrollmentOfFlow(
  flowHash: string,
): Promise<{ enrollmentId: string; customerId: string } | null> {
  const [row] = await database()
    .select({ enrollmentId: enrollments.id, customerId: enrollments.customerId })
    .from(enrollments)
    .where(eq(enrollments.flowHash, flowHash))
    .orderBy(desc(enrollments.leftAt))
    .limit(1);
  return row ?? null;
}

/** How many pushes this customer began since `since`. Locks the customer until the transaction ends, so that parallel ones are counted. */
export async function countPushes(tx: Database, customerId: string, since: Date): Promise<number> {
  await tx
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.id, customerId))
    .for('no key update');
  const [row] = await tx
    .select({ found: count() })
    .from(enrollmentEvents)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentEvents.enrollmentId))
    .where(
      and(
        eq(enrollments.customerId, customerId),
        inArray(enrollmentEvents.event, ['verified', 'step_up_waived', 'pushed_again']),
        gt(enrollmentEvents.at, since),
      ),
    );
  return row?.found ?? 0;
}

export async function eventsOf(enrollmentId: string): Promise<(typeof enrollmentEvents.$inferSelect)[]> {
  return database()
    .select()
    .from(enrollmentEvents)
    .where(eq(enrollmentEvents.enrollmentId, enrollmentId))
    .orderBy(asc(enrollmentEvents.seq));
}

/** Which cards stand as saved where, whatever became of the others of their enrollment: the newest report for each card and token requestor. */
export async function savedCards(customerId: string): Promise<
  {
    cardId: string;
    enrollmentId: string;
    tokenRequestorId: string;
    name: string;
    isClickToPay: boolean;
    source: 'browser' | 'issuer' | null;
    at: Date;
  }[]
> {
  const rows = await database()
    .select({
      cardId: enrollmentCards.cardId,
      enrollmentId: enrollments.id,
      tokenRequestorId: enrollments.tokenRequestorId,
      name: enrollments.tokenRequestorName,
      isClickToPay: enrollments.isClickToPay,
      source: enrollmentCards.source,
      at: enrollmentCards.outcomeAt,
    })
    .from(enrollmentCards)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentCards.enrollmentId))
    .innerJoin(cards, eq(cards.id, enrollmentCards.cardId))
    .where(
      and(
        eq(enrollments.customerId, customerId),
        inArray(enrollmentCards.outcome, ['approved', 'duplicate']),
        ne(enrollments.state, 'withdrawn'),
      ),
    )
    .orderBy(desc(enrollmentCards.outcomeAt));
  const newest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const key = `${row.cardId} ${row.tokenRequestorId}`;
    if (!newest.has(key)) newest.set(key, row);
  }
  return [...newest.values()].map((row) => ({ ...row, at: row.at ?? new Date(0) }));
}
