import { config } from '@/lib/config/env';
import { log } from '@/lib/log/log';
import { readReports } from './read-reports';

/** Lines a minute: one broken page makes one line, a flood makes no more than this. */
const PER_ADDRESS = 10;
const PER_PROCESS = 60;
const WINDOW_MS = 60_000;

/** Counts in fixed minutes, in memory: a report is worth a line, not a row. */
export class ReportLimit {
  private windowStart = 0;
  private total = 0;
  private readonly byAddress = new Map<string, number>();

  /** Whether one more request of this address may be read now; `now` in milliseconds since 1970. */
  allows(address: string, now: number): boolean {
    if (now - this.windowStart >= WINDOW_MS) {
      this.windowStart = now;
      this.total = 0;
      this.byAddress.clear();
    }
    const seen = this.byAddress.get(address) ?? 0;
    if (this.total >= PER_PROCESS || seen >= PER_ADDRESS) return false;
    this.total += 1;
    this.byAddress.set(address, seen + 1);
    return true;
  }
}

const limit = new ReportLimit();

/**
 * Writes a line for each thing that a policy stopped in somebody's browser (BR-01): anybody may send anything here, so only
 * shapes are written. Answers the status: 204 recorded, 400 not a report, 429 too many.
 */
export function recordReports(body: string, address: string | null): 204 | 400 | 429 {
  if (!limit.allows(address ?? 'unknown', Date.now())) return 429;
  const reports = readReports(body, config().origin);
  for (const { directive, blocked, page } of reports)
    log.warn('csp.violation', { operation: directive, reasonCode: blocked, outcome: page });
  return reports.length === 0 ? 400 : 204;
}
