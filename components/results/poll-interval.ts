import type { EnrollmentState } from '@/lib/domain/enrollment';

const FAST_MS = 4_000;
const SLOW_MS = 15_000;
const FAST_FOR_MS = 60_000;

/**
 * How long to wait before asking again how an enrollment stands: often at first, rarely after a minute, and only
 * while somebody else than this person can move it on. Not once it cannot be read any more (signed out, another person's).
 *
 * @returns milliseconds, or false to stop
 */
export function pollInterval(state: EnrollmentState | 'gone', watchedForMs: number): number | false {
  if (state !== 'pushing' && state !== 'pushed' && state !== 'with_token_requestor') return false;
  return watchedForMs < FAST_FOR_MS ? FAST_MS : SLOW_MS;
}
