import type { Database } from '@/lib/db/client';
import { isEmptied, lastLink, linksAfter, readHead, type AuditRow } from './chain.repo';
import { GENESIS, linkHash, standing } from './link';

const BATCH = 1000;

export interface Anchor {
  seq: number;
  hash: string;
}

export type Verdict =
  | { ok: true; count: number; head: Anchor | null; adoptedAt: number | null }
  /** `seq`: the first entry that is not as it was written, or the first that is not there. */
  | { ok: false; seq: number; fault: string };

/**
 * Walks the whole chain in one snapshot and compares its end with the sealed head (OP-02): one flipped byte, a removed entry, a
 * cut tail, a rewritten chain. `anchor` is a head that was noted elsewhere before, against somebody who holds the data key too.
 */
export async function verifyChain(db: Database, anchor?: Anchor, batch = BATCH): Promise<Verdict> {
  return db.transaction((tx) => walk(tx, anchor, batch), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}

async function walk(tx: Database, anchor: Anchor | undefined, batch: number): Promise<Verdict> {
  let last: Anchor = { seq: 0, hash: GENESIS };
  let adoptedAt: number | null = null;
  let lastEmpty = 0;
  let emptiedThrough = 0;
  for (;;) {
    const links = await linksAfter(tx, last.seq, batch);
    for (const link of links) {
      const fault = faultOf(link, last, anchor);
      if (fault !== null) return { ok: false, ...fault };
      if (link.action === 'chain' && link.outcome === 'head_adopted') adoptedAt = link.seq;
      if (isEmptied(link)) lastEmpty = link.seq;
      if (isEmptying(link)) emptiedThrough = Math.max(emptiedThrough, Number(link.detail['through']));
      last = link;
    }
    if (links.length < batch) break;
  }
  if (lastEmpty > emptiedThrough)
    return {
      ok: false,
      seq: emptiedThrough + 1,
      fault: 'this entry was emptied and the chain does not say so',
    };
  const fault = await headFault(tx);
  if (fault !== null) return { ok: false, seq: last.seq + 1, fault };
  if (anchor !== undefined && anchor.seq > last.seq)
    return { ok: false, seq: last.seq + 1, fault: 'the noted head names a later entry: the tail was cut' };
  return { ok: true, count: last.seq, head: last.seq === 0 ? null : last, adoptedAt };
}

/** Content of a year and older is removed by retention, which says so in the chain (GD-03). */
const isEmptying = ({ action, outcome }: AuditRow) => action === 'chain' && outcome === 'emptied';

function faultOf(
  link: AuditRow,
  last: Anchor,
  anchor: Anchor | undefined,
): { seq: number; fault: string } | null {
  if (link.seq !== last.seq + 1) return { seq: last.seq + 1, fault: 'this entry is missing' };
  const { seq } = link;
  if (link.previousHash !== last.hash)
    return { seq, fault: 'this entry does not follow from the one before it' };
  // Of an emptied entry the hash is all that is left; what follows from it is checked like everything else.
  if (!isEmptied(link) && linkHash(link) !== link.hash)
    return { seq, fault: 'this entry was changed after it was written' };
  if (link.action === 'chain' && link.outcome !== 'head_adopted' && !isEmptying(link))
    return {
      seq,
      fault: `when this entry was written, the sealed head did not fit the chain (${link.outcome})`,
    };
  if (anchor?.seq === seq && anchor.hash !== link.hash)
    return { seq, fault: 'this entry is not the one that was noted: the chain was rewritten' };
  return null;
}

const HEAD_FAULTS = {
  missing: 'the sealed head is missing',
  forged: 'the sealed head was not made with a data key of this portal',
  ahead: 'the sealed head names a later entry: the tail was cut',
  behind: 'the sealed head names another entry than the last: the chain was written past it',
} as const;

async function headFault(tx: Database): Promise<string | null> {
  const found = standing(await readHead(tx), await lastLink(tx));
  return found === 'empty' || found === 'sound' || found === 'unsealed' ? null : HEAD_FAULTS[found];
}
