import { eq, sql } from 'drizzle-orm';
import { database } from '@/lib/db/client';
import { signInFailures } from '@/lib/db/schema';
import { lastingKeyedHash } from '@/lib/sealing/seal';

/** Five wrong tries, then half an hour's rest (RTS art. 4(3)(b)); a window of failures that is older than that is forgotten. */
export const MAX_FAILURES = 5;
const BLOCK_MS = 30 * 60_000;

/**
 * Reserves one try before the password is looked at, so that parallel guesses cannot exceed the limit (AU-07). One statement:
 * it counts for every process and survives a restart.
 * @returns tries left after this one, or null when there was none left to take
 */
export async function reserveTry(
  kind: 'user' | 'address',
  value: string,
  limit: number,
  now: Date,
): Promise<number | null> {
  const subject = subjectOf(kind, value);
  const blockedUntil = new Date(now.getTime() + BLOCK_MS);
  const windowStart = new Date(now.getTime() - BLOCK_MS);
  const over = sql`(${signInFailures.firstAt} < ${windowStart.toISOString()}::timestamptz and (${signInFailures.blockedUntil} is null or ${signInFailures.blockedUntil} < ${now.toISOString()}::timestamptz))`;
  const [row] = await database()
    .insert(signInFailures)
    .values({ subject, failures: 1, firstAt: now, blockedUntil: null })
    .onConflictDoUpdate({
      target: signInFailures.subject,
      set: {
        failures: sql`case when ${over} then 1 else ${signInFailures.failures} + 1 end`,
        firstAt: sql`case when ${over} then ${now.toISOString()}::timestamptz else ${signInFailures.firstAt} end`,
        blockedUntil: sql`case when ${over} then null when ${signInFailures.failures} + 1 >= ${limit} and ${signInFailures.blockedUntil} is null then ${blockedUntil.toISOString()}::timestamptz else ${signInFailures.blockedUntil} end`,
      },
    })
    .returning({ failures: signInFailures.failures });
  return row === undefined || row.failures > limit ? null : limit - row.failures;
}

/** The person proved who they are: their failures are forgotten. */
export async function forgetFailures(kind: 'user' | 'address', value: string): Promise<void> {
  await database()
    .delete(signInFailures)
    .where(eq(signInFailures.subject, subjectOf(kind, value)));
}

/** Takes one reserved try back: only failures count for an address (decisions 8). */
export async function returnTry(kind: 'user' | 'address', value: string): Promise<void> {
  await database()
    .update(signInFailures)
    .set({ failures: sql`greatest(${signInFailures.failures} - 1, 0)` })
    .where(eq(signInFailures.subject, subjectOf(kind, value)));
}

/** A change of the data key must not hand an attacker five fresh tries for each name (AU-06). */
function subjectOf(kind: 'user' | 'address', value: string): string {
  return `${kind}:${lastingKeyedHash('throttle', value.toLowerCase())}`;
}
