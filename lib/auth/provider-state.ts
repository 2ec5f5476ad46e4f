import { z } from 'zod';
import { config } from '@/lib/config/env';
import { seal, unseal } from '@/lib/sealing/seal';

/** What has to come back from the provider, kept by the very browser that set out: nobody else can finish this sign-in. */
const schema = z.strictObject({
  state: z.string().min(20),
  nonce: z.string().min(20),
  codeVerifier: z.string().min(43),
  next: z.string(),
  /** Unix time, milliseconds. */
  at: z.number(),
});
export type ProviderState = z.infer<typeof schema>;

/** Long enough to find a phone and type a code; seconds. */
export const PROVIDER_STATE_SECONDS = 15 * 60;
const PLACE = 'cookie:sign-in';

/** Lax: the provider leads back by a navigation from another site. `__Host-` as for the session. */
export function providerStateCookie(): {
  name: string;
  options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean };
} {
  const secure = config().origin.startsWith('https:');
  return {
    name: secure ? '__Host-sign-in' : 'sign-in',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  };
}

export function sealProviderState(state: ProviderState): string {
  return seal(JSON.stringify(state), PLACE).toString('base64url');
}

/** Null for a cookie that is missing, changed, somebody's invention or too old. */
export function openProviderState(cookie: string | undefined, nowMs: number): ProviderState | null {
  if (cookie === undefined || cookie === '') return null;
  try {
    const opened = schema.parse(JSON.parse(unseal(Buffer.from(cookie, 'base64url'), PLACE)));
    const age = nowMs - opened.at;
    return age >= 0 && age <= PROVIDER_STATE_SECONDS * 1000 ? opened : null;
  } catch {
    return null;
  }
}
