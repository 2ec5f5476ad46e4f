import { logAuditHead } from '@/lib/audit/anchor';
import type { Config } from '@/lib/config/env-schema';
import { settleOverdue } from '@/lib/enrollment/settle-overdue';
import { log } from '@/lib/log/log';
import { logKeyExpiry } from '@/lib/mdes/key-expiry';
import { purge } from '@/lib/retention/purge';

const SETTLE_EVERY_MS = 30_000;
const HOURLY_MS = 60 * 60_000;
const DAILY_MS = 24 * HOURLY_MS;

/**
 * What the portal does by itself: enrollments whose time ran out every half minute, retention and the head of the audit every
 * hour (and now), the ends of keys every day. Every process does it; being second is fine.
 * @returns what stops it
 */
export function startSweeping(config: Config): () => void {
  const hourly = async () => {
    await purge(new Date());
    await logAuditHead();
  };
  const daily = async () => logKeyExpiry(config.mdes, new Date());
  const timers = [
    every(SETTLE_EVERY_MS, 'settle.failed', settleOverdue),
    every(HOURLY_MS, 'retention.failed', hourly),
    every(DAILY_MS, 'mdes.key_expiry_failed', daily),
  ];
  attempt('retention.failed', hourly);
  return () => timers.forEach((timer) => clearInterval(timer));
}

function every(ms: number, failure: string, work: () => Promise<unknown>): NodeJS.Timeout {
  return setInterval(() => attempt(failure, work), ms);
}

function attempt(failure: string, work: () => Promise<unknown>): void {
  work().catch((error: unknown) =>
    log.error(failure, { errorName: error instanceof Error ? error.name : 'unknown' }),
  );
}
