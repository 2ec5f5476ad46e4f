import type { Config } from '@/lib/config/env-schema';
import { log } from '@/lib/log/log';
import { loadCredentials } from './credentials';

const DAY_MS = 24 * 60 * 60_000;
/** An operator is told from here on (KY-06). */
const TOLD_DAYS = 60;

export interface KeyExpiry {
  variable: string;
  /** Whole days until the certificate ends; negative when it has. */
  days: number;
}

/** When the certificates of the signing keys and those that payloads are encrypted for end; keys without a certificate have no end. */
export function keyExpiries(settings: Config['mdes'], now: Date): KeyExpiry[] {
  const { signers, recipients } = loadCredentials(settings, now);
  return [...signers, ...recipients].flatMap(({ variable, notAfter }) =>
    notAfter === null ? [] : [{ variable, days: Math.floor((notAfter.getTime() - now.getTime()) / DAY_MS) }],
  );
}

/** One line a certificate that ends within sixty days, or has ended; louder in the last week. */
export function logKeyExpiry(settings: Config['mdes'], now: Date): void {
  for (const { variable, days } of keyExpiries(settings, now)) {
    if (days > TOLD_DAYS) continue;
    const outcome =
      days < 0 ? 'expired' : days <= 7 ? 'within_7_days' : days <= 30 ? 'within_30_days' : 'within_60_days';
    log[days <= 7 ? 'error' : 'warn']('mdes.key_expiry', { reference: variable, count: days, outcome });
  }
}
