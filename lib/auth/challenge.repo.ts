import { and, count, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { database, type Database } from '@/lib/db/client';
import { challenges } from '@/lib/db/schema';

export type ChallengeRow = typeof challenges.$inferSelect;

/** What a challenge is for: an enrollment, or (null) the person's own account; one live one for each method. */
export type ChallengeScope = Pick<ChallengeRow, 'customerId' | 'enrollmentId' | 'method'>;

const within = ({ customerId, enrollmentId, method }: ChallengeScope) =>
  and(
    eq(challenges.customerId, customerId),
    enrollmentId === null ? isNull(challenges.enrollmentId) : eq(challenges.enrollmentId, enrollmentId),
    eq(challenges.method, method),
  );

/** Closes whatever was live in the same scope and inserts the new one. */
export async function replaceChallenge(tx: Database, row: ChallengeRow): Promise<void> {
  await tx
    .update(challenges)
    .set({ closedAt: row.createdAt })
    .where(and(within(row), isNull(challenges.closedAt)));
  await tx.insert(challenges).values(row);
}

/** Closes every challenge of an enrollment, codes and passkeys: one of them was right, or what they stood for has changed. */
export async function closeChallenges(tx: Database, enrollmentId: string, at: Date): Promise<void> {
  await tx
    .update(challenges)
    .set({ closedAt: at })
    .where(and(eq(challenges.enrollmentId, enrollmentId), isNull(challenges.closedAt)));
}

/** Closes one challenge: it was answered. */
export async function closeChallenge(tx: Database, challengeId: string, at: Date): Promise<void> {
  await tx.update(challenges).set({ closedAt: at }).where(eq(challenges.id, challengeId));
}

/** The live challenge of a scope, else the one that was live last. Not by time alone: a clock may have been set back between two (RE-05). */
export async function newestChallenge(
  scope: ChallengeScope,
  db: Database = database(),
): Promise<ChallengeRow | null> {
  const [row] = await db
    .select()
    .from(challenges)
    .where(within(scope))
    .orderBy(sql`${challenges.closedAt} is not null`, desc(challenges.createdAt))
    .limit(1);
  return row ?? null;
}

/** How many challenges were made in a scope since `since`. */
export async function challengesSince(
  scope: ChallengeScope,
  since: Date,
  db: Database = database(),
): Promise<number> {
  const [row] = await db
    .select({ found: count() })
    .from(challenges)
    .where(and(within(scope), gt(challenges.createdAt, since)));
  return row?.found ?? 0;
}

/** How many codes were made for this person since `since`, whatever they are for. */
export async function codesOfPersonSince(tx: Database, customerId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ found: count() })
    .from(challenges)
    .where(
      and(
        eq(challenges.customerId, customerId),
        eq(challenges.method, 'code'),
        gt(challenges.createdAt, since),
      ),
    );
  return row?.found ?? 0;
}

/** Takes one try from a live challenge before it is compared, so that parallel guesses share the tries (AU-12). */
export async function takeTry(tx: Database, challengeId: string, now: Date): Promise<ChallengeRow | null> {
  const [row] = await tx
    .update(challenges)
    .set({ triesLeft: sql`${challenges.triesLeft} - 1` })
    .where(
      and(
        eq(challenges.id, challengeId),
        isNull(challenges.closedAt),
        gt(challenges.expiresAt, now),
        gt(challenges.triesLeft, 0),
      ),
    )
    .returning();
  return row ?? null;
}
