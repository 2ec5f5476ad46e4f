import { and, asc, desc, eq, gt, gte, lt, lte, ne, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { auditEvents, auditHead } from '@/lib/db/schema';

export type AuditRow = typeof auditEvents.$inferSelect;
export type AuditHeadRow = Omit<typeof auditHead.$inferSelect, 'id'>;

/** Any constant: writers queue on it, so that the chain has one order. */
const CHAIN_LOCK = 4_010_0001;
/** There is one chain and one head. */
const HEAD = 1;

/** Until this transaction ends, nobody else appends. */
export async function lockChain(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`);
}

export async function lastLink(db: Database): Promise<{ seq: number; hash: string } | null> {
  const [row] = await db
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  return row ?? null;
}

/** Links after `seq`, in order. */
export async function linksAfter(db: Database, seq: number, limit: number): Promise<AuditRow[]> {
  return db
    .select()
    .from(auditEvents)
    .where(gt(auditEvents.seq, seq))
    .orderBy(asc(auditEvents.seq))
    .limit(limit);
}

/** The last of the oldest entries that are all dated before `moment`; null when the very first is not. */
export async function lastLinkOfOldest(tx: Database, moment: Date): Promise<number | null> {
  const [young] = await tx
    .select({ seq: sql<number | null>`min(${auditEvents.seq})` })
    .from(auditEvents)
    .where(gte(auditEvents.at, moment));
  const [old] = await tx
    .select({ seq: sql<number | null>`max(${auditEvents.seq})` })
    .from(auditEvents)
    .where(young?.seq == null ? undefined : lt(auditEvents.seq, Number(young.seq)));
  return old?.seq == null ? null : Number(old.seq);
}

/** What an emptied entry holds besides its place and its hashes; the trigger lets nothing else through. */
const EMPTY = {
  actor: '',
  sessionHash: null,
  action: '',
  object: null,
  outcome: '',
  address: null,
  detail: {},
};

export const isEmptied = ({ actor, action, outcome }: AuditRow): boolean =>
  actor === '' && action === '' && outcome === '';

/** Empties what is not empty yet up to `seq`; answers how many. */
export async function emptyLinksUpTo(tx: Database, seq: number): Promise<number> {
  const rows = await tx
    .update(auditEvents)
    .set(EMPTY)
    .where(and(lte(auditEvents.seq, seq), ne(auditEvents.action, '')))
    .returning({ seq: auditEvents.seq });
  return rows.length;
}

export async function insertLink(tx: Database, row: AuditRow): Promise<void> {
  await tx.insert(auditEvents).values(row);
}

export async function readHead(db: Database): Promise<AuditHeadRow | null> {
  const [row] = await db.select().from(auditHead).where(eq(auditHead.id, HEAD));
  return row ?? null;
}

export async function writeHead(tx: Database, head: AuditHeadRow): Promise<void> {
  await tx
    .insert(auditHead)
    .values({ id: HEAD, ...head })
    .onConflictDoUpdate({ target: auditHead.id, set: head });
}
