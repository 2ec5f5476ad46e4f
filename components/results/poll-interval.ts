import { isSettled, type EnrollmentState } from '@/lib/domain/enrollment';

const FAST_MS = 4_000;
const SLOW_MS = 15_000;
const FAST_FOR_MS = 60_000;

/**
 * How long to wait before asking again how an enrollment stands: often at first, rarely after a minute, never once it
 * is settled or cannot be read any more (signed out, another person's).
 *
 * @returns milliseconds, or false to stop
 */
export function pollInterval(state: EnrollmentState | 'gone', watchedForMs: number): number | false {
  if (state === 'gone' || state === 'expired' || isSettled(state)) return false;
  return watchedForMs < FAST_FOR_MS ? FAST_MS : SLOW_MS;
}
