import { sql } from 'drizzle-orm';
import { database } from '@/lib/db/client';
import { log } from '@/lib/log/log';
import { mdes } from '@/lib/mdes/mdes';

/** True when the database answers and the keys for MDES are usable. */
export async function isReady(): Promise<boolean> {
  try {
    mdes();
    await database().execute(sql`select 1`);
    return true;
  } catch (error) {
    log.error('ready.failed', { errorName: error instanceof Error ? error.name : 'unknown' });
    return false;
  }
}
