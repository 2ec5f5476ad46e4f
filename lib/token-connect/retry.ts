/** At most two repeats of one call. */
export const MAX_RETRIES = 2;

/** A gateway clock this far from ours explains a 401 (Mastercard reports a stale timestamp so). */
const SKEW_SECONDS = 60;

const BASE_MS = 200;

/** Full jitter: anywhere between nothing and the exponential step, so that clients do not return together. */
export function jitterMs(retry: number, randomBytes: (n: number) => Buffer): number {
  const share = randomBytes(4).readUInt32BE() / 2 ** 32;
  return Math.floor(share * BASE_MS * 2 ** retry);
}

/**
 * `Retry-After` in seconds, from either of its forms (RFC 9110 section 10.2.3); undefined when absent or unreadable.
 * @param nowMs Unix time in milliseconds.
 */
export function retryAfterSeconds(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - nowMs) / 1000));
}

/**
 * How many seconds the gateway's clock is ahead of the one we signed with, when that alone can explain a refusal.
 * @param dateHeader the answer's `Date`. @param signedAtMs the time that was signed, milliseconds.
 */
export function clockSkewSeconds(dateHeader: string | null, signedAtMs: number): number | undefined {
  const theirs = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  const skew = Math.round((theirs - signedAtMs) / 1000);
  return Math.abs(skew) > SKEW_SECONDS ? skew : undefined;
}
