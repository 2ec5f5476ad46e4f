import { createHash } from 'node:crypto';
import { isKeyedHash, keyedHash, keyId, knownKeyIds } from '@/lib/sealing/seal';
import type { AuditHeadRow, AuditRow } from './chain.repo';

/** What the first link names as the one before it. */
export const GENESIS = '0'.repeat(64);

/** What a link of the chain commits to: every column, in a fixed order. */
export function linkHash(row: Omit<AuditRow, 'hash'>): string {
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

/** The head for a link, under the current data key: who can only write to the database cannot make one. */
export function sealedHead({ seq, hash }: { seq: number; hash: string }): AuditHeadRow {
  return { seq, hash, keyId: keyId(), seal: keyedHash('audit-head', `${seq}:${hash}`) };
}

/** Whether the head was made by a holder of the data key. */
function isGenuine(head: AuditHeadRow): boolean {
  return (
    knownKeyIds().includes(head.keyId) && isKeyedHash('audit-head', `${head.seq}:${head.hash}`, head.seal)
  );
}

/** How the head stands to the last link that is there. `unsealed`: the chain is older than its head, once, after that migration. */
export function standing(
  head: AuditHeadRow | null,
  last: { seq: number; hash: string } | null,
): 'empty' | 'sound' | 'unsealed' | 'missing' | 'forged' | 'ahead' | 'behind' {
  if (head === null) return last === null ? 'empty' : 'missing';
  const seq = last?.seq ?? 0;
  if (head.seal !== '' && !isGenuine(head)) return 'forged';
  if (head.seq > seq) return 'ahead';
  if (head.seq < seq || head.hash !== last?.hash) return 'behind';
  return head.seal === '' ? 'unsealed' : 'sound';
}
