import { asc, eq } from 'drizzle-orm';
import { database, type Database } from '@/lib/db/client';
import { stepUps } from '@/lib/db/schema';

export type StepUpRow = typeof stepUps.$inferSelect;

/** Written once; a trigger refuses any change. */
export async function insertStepUp(tx: Database, row: StepUpRow): Promise<void> {
  await tx.insert(stepUps).values(row);
}

/** Everything this customer was asked for, oldest first. */
export async function stepUpsOf(customerId: string): Promise<StepUpRow[]> {
  return database().select().from(stepUps).where(eq(stepUps.customerId, customerId)).orderBy(asc(stepUps.at));
}
