import { eq } from 'drizzle-orm';
import { database, type Database } from '@/lib/db/client';
import { consents } from '@/lib/db/schema';

export type ConsentRow = typeof consents.$inferSelect;

/** Written once; a trigger refuses any change. */
export async function insertConsent(tx: Database, row: typeof consents.$inferInsert): Promise<void> {
  await tx.insert(consents).values(row);
}

export async function findConsent(consentId: string, db: Database = database()): Promise<ConsentRow | null> {
  const [row] = await db.select().from(consents).where(eq(consents.id, consentId));
  return row ?? null;
}
