export const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What is wrong with a URL of ours or of a partner, as a sentence for an operator: http only for loopback in demo mode. */
export function urlFault(
  name: string,
  value: string | undefined,
  mode: 'demo' | 'production',
): string | null {
  if (value === undefined) return `${name} must be set.`;
  if (!URL.canParse(value)) return `${name} must be an absolute URL.`;
  const url = new URL(value);
  if (url.protocol === 'https:') return null;
  if (url.protocol !== 'http:') return `${name} must begin with https.`;
  if (mode === 'production') return `${name} must begin with https in production.`;
  return LOOPBACK.has(url.hostname) ? null : `${name} may use http only for this machine itself.`;
}
