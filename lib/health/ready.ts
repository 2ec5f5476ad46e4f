import { sql } from 'drizzle-orm';
import { database } from '@/lib/db/client';
import { log } from '@/lib/log/log';
import { mdes } from '@/lib/mdes/mdes';

/** A database that needs longer for the smallest question cannot serve a page. */
const DATABASE_MS = 3_000;

/** Whether the database answers the smallest question in time; never throws. */
export async function databaseAnswers(limitMs = DATABASE_MS): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  const asked = (async () => {
    await database().execute(sql`select 1`);
    return true;
  })().catch(() => false);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

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
