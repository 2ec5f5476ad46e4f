import type { Database } from '@/lib/db/client';
import { log } from '@/lib/log/log';
import { insertLink, lastLink, lockChain, readHead, writeHead } from './chain.repo';
import { GENESIS, linkHash, sealedHead, standing } from './link';

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
    | 'session_renewed'
    | 'step_up'
    | 'passkey'
    | 'consent'
    | 'push'
    | 'leave'
    | 'callback'
    | 'cancel'
    | 'withdraw'
    | 'pan_used'
    | 'chain'
    | 'data_keys'
    | 'export';
  object?: string | null;
  outcome: string;
  address?: string | null;
  detail?: Record<string, string | number>;
}

interface Link {
  seq: number;
  hash: string;
}

/**
 * Appends to the chain inside the caller's transaction: what is recorded and its record commit together or not at all (OP-03),
 * and the sealed head moves along. A head that does not fit what is there is named in the chain before anything else, so that
 * appending never heals a cut tail (OP-02).
 */
export async function audit(tx: Database, entry: AuditEntry): Promise<void> {
  await lockChain(tx);
  const head = await readHead(tx);
  let last = await lastLink(tx);
  const found = standing(head, last);
  if (found !== 'sound' && found !== 'empty') {
    if (found !== 'unsealed') log.error('audit.head_mismatch', { outcome: found, count: last?.seq ?? 0 });
    const detail = { head: head?.seq ?? 0, last: last?.seq ?? 0 };
    const outcome = found === 'unsealed' ? 'head_adopted' : `head_${found}`;
    last = await append(tx, last, { at: entry.at, actor: 'system', action: 'chain', outcome, detail });
  }
  await writeHead(tx, sealedHead(await append(tx, last, entry)));
}

async function append(tx: Database, last: Link | null, entry: AuditEntry): Promise<Link> {
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    actor: entry.actor,
    sessionHash: entry.sessionHash ?? null,
    action: entry.action,
    object: entry.object ?? null,
    outcome: entry.outcome,
    address: entry.address ?? null,
    detail: entry.detail ?? {},
    previousHash: last?.hash ?? GENESIS,
  };
  const link = { ...row, hash: linkHash(row) };
  await insertLink(tx, link);
  return link;
}
