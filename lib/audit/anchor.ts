import { database } from '@/lib/db/client';
import { log } from '@/lib/log/log';
import { readHead } from './chain.repo';
import type { Anchor } from './verify-chain';

/** A head for people and logs: `<seq>:<hash>`, the hash in eights, so that no run of digits looks like a number of a card. */
export function anchorText({ seq, hash }: Anchor): string {
  return `${seq}:${hash.replace(/(.{8})(?=.)/g, '$1.')}`;
}

/** Reads what `anchorText` wrote; null when it is something else. */
export function parseAnchor(text: string): Anchor | null {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f.]{64,71})$/.exec(text.trim()) ?? [];
  const plain = hash?.replaceAll('.', '');
  return seq === undefined || plain?.length !== 64 ? null : { seq: Number(seq), hash: plain };
}

/** Writes the head of the chain to the log, where whoever can write to the database cannot reach it. */
export async function logAuditHead(): Promise<void> {
  const head = await readHead(database());
  if (head !== null) log.info('audit.head', { reference: anchorText(head) });
}
