import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { database, type Database } from '@/lib/db/client';
import { challenges } from '@/lib/db/schema';

export type ChallengeRow = typeof challenges.$inferSelect;

/** Closes whatever code was live and inserts the new one: one live code an enrollment. */
export async function replaceChallenge(tx: Database, row: typeof challenges.$inferInsert): Promise<void> {
  await closeChallenges(tx, row.enrollmentId, row.createdAt);
  await tx.insert(challenges).values(row);
}

export async function closeChallenges(tx: Database, enrollmentId: string, at: Date): Promise<void> {
  await tx
    .update(challenges)
    .set({ closedAt: at })
    .where(and(eq(challenges.enrollmentId, enrollmentId), isNull(challenges.closedAt)));
}

/** The live code of an enrollment, else the one that was live last. Not by time alone: a clock may have been set back between two (RE-05). */
export async function newestChallenge(
  customerId: string,
  enrollmentId: string,
  db: Database = database(),
): Promise<ChallengeRow | null> {
  const [row] = await db
    .select()
    .from(challenges)
    .where(and(eq(challenges.enrollmentId, enrollmentId), eq(challenges.customerId, customerId)))
    .orderBy(sql`${challenges.closedAt} is not null`, desc(challenges.createdAt))
    .limit(1);
  return row ?? null;
}

/** How many codes went out for an enrollment since `since`. */
export async function codesSentSince(enrollmentId: string, since: Date): Promise<number> {
  const rows = await database()
    .select({ id: challenges.id })
    .from(challenges)
    .where(and(eq(challenges.enrollmentId, enrollmentId), gt(challenges.createdAt, since)));
  return rows.length;
}

/** Takes one try from a live code before it is compared, so that parallel guesses share the tries (AU-12). */
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
