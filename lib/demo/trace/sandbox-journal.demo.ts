import { z } from 'zod';
import { config } from '@/lib/config/env';

const text = z.record(z.string(), z.string());

/** As much of the sandbox's journal as the inspector shows; it is masked where it is written. */
const entry = z.object({
  id: z.number(),
  at: z.string(),
  op: z.string(),
  method: z.string(),
  url: z.string(),
  headers: text,
  bodyAsSent: z.string().optional(),
  bodyDecrypted: z.unknown().optional(),
  requestId: z.string().optional(),
  receipts: z.array(z.string()).optional(),
  verification: z.object({
    passed: z.array(z.string()),
    failed: z.string().optional(),
    hint: z.string().optional(),
    baseStringForm: z.string().optional(),
    baseStrings: text.optional(),
    bodyHash: z.string().optional(),
    notes: z.array(z.string()),
  }),
  fault: z.string().optional(),
  answer: z.object({ status: z.number(), headers: text, body: z.string() }),
  tookMs: z.number(),
});
export type SandboxEntry = z.infer<typeof entry>;
const page = z.object({ entries: z.array(entry) });

const PATH = '/__sandbox/v1/journal';
const LIMIT_MS = 2_000;

async function ask(origin: string, query: Record<string, string>): Promise<SandboxEntry[]> {
  try {
    const answer = await fetch(`${origin}${PATH}?${new URLSearchParams(query).toString()}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    return answer.ok ? (page.safeParse(await answer.json()).data?.entries ?? []) : [];
  } catch {
    // The sandbox is away: the bank's own half of the story is shown without it.
    return [];
  }
}

/** What the sandbox wrote down about these pushes and receipts, oldest first; empty where MDES is not the sandbox. */
export async function sandboxJournal(of: {
  requestIds: readonly string[];
  receipts: readonly string[];
}): Promise<SandboxEntry[]> {
  const { sandboxOrigin } = config();
  if (sandboxOrigin === null) return [];
  const queries = [
    ...of.requestIds.map((requestId) => ({ requestId })),
    ...of.receipts.map((receipt) => ({ receipt })),
  ];
  const found = await Promise.all(queries.map((query) => ask(sandboxOrigin, query)));
  const byId = new Map(found.flat().map((one): [number, SandboxEntry] => [one.id, one]));
  return [...byId.values()].sort((a, b) => a.id - b.id);
}
