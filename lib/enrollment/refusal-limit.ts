/** Refused returns that one customer, or one address that is not signed in, may bring within the window (PU-13). */
const REFUSALS = 20;
const WINDOW_MS = 10 * 60_000;
/** Beyond it the oldest are forgotten: an attacker with many addresses must not fill the memory. */
const SUBJECTS = 10_000;

const windows = new Map<string, { count: number; endsAt: number }>();

/**
 * Counts a return that was nobody's of ours. Of this process alone, since it saves work and guards no secret: a receipt has more
 * random bits than anybody can try.
 * @param nowMs Unix time. @returns seconds to wait when there were too many, else null
 */
export function countRefusal(subject: string, nowMs: number): number | null {
  const known = windows.get(subject);
  if (known === undefined || known.endsAt <= nowMs) {
    windows.delete(subject);
    const [oldest] = windows.keys();
    if (windows.size >= SUBJECTS && oldest !== undefined) windows.delete(oldest);
    windows.set(subject, { count: 1, endsAt: nowMs + WINDOW_MS });
    return null;
  }
  known.count += 1;
  return known.count > REFUSALS ? Math.ceil((known.endsAt - nowMs) / 1000) : null;
}
