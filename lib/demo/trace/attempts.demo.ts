import { and, asc, eq } from 'drizzle-orm';
import { database } from '@/lib/db/client';
import { auditEvents } from '@/lib/db/schema';
import type { RecordedCall } from '../recorder.demo';

/** Request ids of an enrollment's pushes, one for each time that the person had it sent, oldest first: the audit keeps them. */
export async function pushAttempts(enrollmentId: string): Promise<string[]> {
  const rows = await database()
    .select({ detail: auditEvents.detail })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.object, enrollmentId),
        eq(auditEvents.action, 'push'),
        eq(auditEvents.outcome, 'begun'),
      ),
    )
    .orderBy(asc(auditEvents.seq));
  return rows.map(({ detail }) => String(detail['requestId'] ?? ''));
}

export const requestIdOf = ({ body }: RecordedCall): string | null =>
  /"requestId"\s*:\s*"([^"]{1,64})"/.exec(body ?? '')?.[1] ?? null;

/**
 * The calls of each attempt. One that was pushed again has the request id of the one before it: the longest pauses between
 * calls with one id are where a person decided.
 */
export function callsByAttempt(
  attempts: readonly string[],
  calls: readonly RecordedCall[],
): RecordedCall[][] {
  const runs = new Map<string, RecordedCall[][]>();
  for (const requestId of new Set(attempts)) {
    const own = calls.filter((call) => requestIdOf(call) === requestId);
    runs.set(requestId, cutAtPauses(own, attempts.filter((id) => id === requestId).length));
  }
  return attempts.map((requestId) => runs.get(requestId)?.shift() ?? []);
}

function cutAtPauses(calls: RecordedCall[], pieces: number): RecordedCall[][] {
  const pauses = calls
    .slice(1)
    .map((call, index) => ({ before: index + 1, ms: call.atMs - (calls[index]?.atMs ?? 0) }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, pieces - 1)
    .map(({ before }) => before)
    .sort((a, b) => a - b);
  return [0, ...pauses].map((start, index) => calls.slice(start, pauses[index] ?? calls.length));
}
