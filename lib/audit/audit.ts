import { createHash } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { auditEvents } from '@/lib/db/schema';

/** One fact: who did what to which object, with what outcome. Never personal data, never card data (OP-01). */
export interface AuditEntry {
  at: Date;
  /** Customer id, or `system`, or `anonymous`. */
  actor: string;
  sessionHash?: string | null;
  action:
    | 'sign_in'
    | 'sign_out'
    | 'session_end'
    | 'step_up'
    | 'consent'
    | 'push'
    | 'leave'
    | 'callback'
    | 'cancel'
    | 'withdraw'
    | 'pan_used'
    | 'chain';
  object?: string | null;
  outcome: string;
  address?: string | null;
  detail?: Record<string, string | number>;
}

/** Any constant: writers queue on it, so that the chain has one order. */
const CHAIN_LOCK = 4_010_0001;
const GENESIS = '0'.repeat(64);

/**
 * Appends to the chain inside the caller's transaction: what is recorded and its record commit together or not at all (OP-03).
 */
export async function audit(tx: Database, entry: AuditEntry): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`);
  const [head] = await tx
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  const row = {
    seq: (head?.seq ?? 0) + 1,
    at: entry.at,
    actor: entry.actor,
    sessionHash: entry.sessionHash ?? null,
    action: entry.action,
    object: entry.object ?? null,
    outcome: entry.outcome,
    address: entry.address ?? null,
    detail: entry.detail ?? {},
    previousHash: head?.hash ?? GENESIS,
  };
  await tx.insert(auditEvents).values({ ...row, hash: auditHash(row) });
}

/** What a link of the chain commits to: every column, in a fixed order. */
function auditHash(row: Omit<typeof auditEvents.$inferSelect, 'hash'>): string {
  const detail = Object.entries(row.detail).sort(([a], [b]) => (a < b ? -1 : 1));
  const material = JSON.stringify([
    row.seq,
    row.at.toISOString(),
    row.actor,
    row.sessionHash,
    row.action,
    row.object,
    row.outcome,
    row.address,
    detail,
    row.previousHash,
  ]);
  return createHash('sha256').update(material).digest('hex');
}
