import { and, asc, count, eq } from 'drizzle-orm';
import { database, type Database } from '@/lib/db/client';
import { customers, passkeys } from '@/lib/db/schema';

export type PasskeyRow = typeof passkeys.$inferSelect;

/** This customer's passkeys, oldest first. */
export async function passkeysOf(customerId: string, db: Database = database()): Promise<PasskeyRow[]> {
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.customerId, customerId))
    .orderBy(asc(passkeys.createdAt));
}

/** The passkey that signed, if it is this customer's: another one's and none are one answer (AZ-02). */
export async function findPasskey(
  tx: Database,
  customerId: string,
  credentialId: string,
): Promise<PasskeyRow | null> {
  const [row] = await tx
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.credentialId, credentialId), eq(passkeys.customerId, customerId)));
  return row ?? null;
}

/** Adds a passkey unless the customer has `limit` already or somebody has this credential; parallel ones wait for each other. */
export async function insertPasskey(
  tx: Database,
  row: PasskeyRow,
  limit: number,
): Promise<'added' | 'full' | 'taken'> {
  await tx
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.id, row.customerId))
    .for('no key update');
  const [own] = await tx
    .select({ found: count() })
    .from(passkeys)
    .where(eq(passkeys.customerId, row.customerId));
  if ((own?.found ?? 0) >= limit) return 'full';
  const added = await tx.insert(passkeys).values(row).onConflictDoNothing().returning({ id: passkeys.id });
  return added.length > 0 ? 'added' : 'taken';
}

/** Moves the counter on from the one that was checked; false when somebody was faster. */
export async function markPasskeyUsed(
  tx: Database,
  seen: PasskeyRow,
  counter: number,
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(passkeys)
    .set({ counter, lastUsedAt: now })
    .where(and(eq(passkeys.id, seen.id), eq(passkeys.counter, seen.counter)))
    .returning({ id: passkeys.id });
  return rows.length > 0;
}

/** True when this customer had it and this call removed it. */
export async function deletePasskey(tx: Database, customerId: string, passkeyId: string): Promise<boolean> {
  const rows = await tx
    .delete(passkeys)
    .where(and(eq(passkeys.id, passkeyId), eq(passkeys.customerId, customerId)))
    .returning({ id: passkeys.id });
  return rows.length > 0;
}
