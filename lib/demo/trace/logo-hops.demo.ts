import { inArray } from 'drizzle-orm';
import { database } from '@/lib/db/client';
import { cards } from '@/lib/db/schema';
import type { TraceHop } from '@/lib/domain/trace.demo';
import type { Enrollment } from '@/lib/enrollment/enrollment.repo';
import type { RecordedCall } from '../recorder.demo';
import { callHop } from './call-hop.demo';
import { sandboxJournal, type SandboxEntry } from './sandbox-journal.demo';
import { requestIdOf } from './attempts.demo';

/**
 * How the bank learned that this token requestor takes these cards, and got its logo (seed page, step 1): the last calls that
 * asked for these account ranges and this asset. Their answers are kept, so they may be older than the journey.
 */
export async function logoHops(enrollment: Enrollment, calls: readonly RecordedCall[]): Promise<TraceHop[]> {
  const ranges = await rangesOf(enrollment);
  const eligible = calls.findLast(
    ({ url, body }) =>
      url.endsWith('/getEligibleTokenRequestors') &&
      ranges.every((range) => body?.includes(`"${range}`) === true),
  );
  const asset =
    enrollment.imageAssetId === null
      ? undefined
      : calls.findLast(({ url }) => url.endsWith(`/${enrollment.imageAssetId}`));
  const requestId = eligible === undefined ? null : requestIdOf(eligible);
  const journal = requestId === null ? [] : await sandboxJournal({ requestIds: [requestId], receipts: [] });
  const seen = (call: RecordedCall): SandboxEntry | null =>
    call === eligible ? (journal.at(-1) ?? null) : null;
  return [eligible, asset].filter((call) => call !== undefined).map((call) => callHop(call, seen(call)));
}

async function rangesOf({ cards: chosen }: Enrollment): Promise<string[]> {
  const ids = chosen.map(({ cardId }) => cardId);
  if (ids.length === 0) return [];
  const rows = await database()
    .select({ range: cards.accountRange })
    .from(cards)
    .where(inArray(cards.id, ids));
  return [...new Set(rows.map(({ range }) => range))];
}
