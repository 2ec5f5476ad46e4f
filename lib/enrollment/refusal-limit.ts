/** Refused returns within the window (PU-13): of one customer, and of one address, behind which many people may sit. */
export const REFUSALS = { customer: 20, address: 200 } as const;
const WINDOW_MS = 10 * 60_000;
/** Beyond it the oldest are forgotten: an attacker with many addresses must not fill the memory. */
const SUBJECTS = 10_000;

const windows = new Map<string, { count: number; endsAt: number }>();

/**
 * Counts a return that was nobody's of ours. Of this process alone, since it saves work and guards no secret: a receipt has more
 * random bits than anybody can try.
 * @param nowMs Unix time. @returns seconds to wait when there were too many, else null
 */
export function countRefusal(kind: keyof typeof REFUSALS, name: string, nowMs: number): number | null {
  const subject = `${kind}:${name}`;
  const known = windows.get(subject);
  if (known === undefined || known.endsAt <= nowMs) {
    windows.delete(subject);
    const [oldest] = windows.keys();
    if (windows.size >= SUBJECTS && oldest !== undefined) windows.delete(oldest);
    windows.set(subject, { count: 1, endsAt: nowMs + WINDOW_MS });
    return null;
  }
  known.count += 1;
  return known.count > REFUSALS[kind] ? Math.ceil((known.endsAt - nowMs) / 1000) : null;
}
