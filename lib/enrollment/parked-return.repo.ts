import { and, eq } from 'drizzle-orm';
import { database } from '@/lib/db/client';
import { parkedReturns } from '@/lib/db/schema';
import { keyId, seal, sealedWith, unseal } from '@/lib/sealing/seal';

const place = (flowHash: string) => `parked_returns.query_sealed:${flowHash}`;

/** Keeps a return's query, sealed, until its owner is there (CB-10). A newer one from the same browser replaces it. */
export async function parkReturn(flowHash: string, query: string, at: Date): Promise<void> {
  const querySealed = seal(query, place(flowHash));
  await database()
    .insert(parkedReturns)
    .values({ flowHash, querySealed, at })
    .onConflictDoUpdate({ target: parkedReturns.flowHash, set: { querySealed, at } });
}

export async function findParkedReturn(flowHash: string): Promise<{ query: string; at: Date } | null> {
  const [row] = await database().select().from(parkedReturns).where(eq(parkedReturns.flowHash, flowHash));
  return row ? { query: unseal(row.querySealed, place(flowHash)), at: row.at } : null;
}

export async function dropParkedReturn(flowHash: string): Promise<void> {
  await database().delete(parkedReturns).where(eq(parkedReturns.flowHash, flowHash));
}

/** Seals what is parked anew under the current data key. */
export async function resealParkedReturns(): Promise<number> {
  const rows = await database().select().from(parkedReturns);
  const old = rows.filter(({ querySealed }) => sealedWith(querySealed) !== keyId());
  for (const { flowHash, querySealed } of old) {
    const renewed = seal(unseal(querySealed, place(flowHash)), place(flowHash));
    await database()
      .update(parkedReturns)
      .set({ querySealed: renewed })
      .where(and(eq(parkedReturns.flowHash, flowHash), eq(parkedReturns.querySealed, querySealed)));
  }
  return old.length;
}
