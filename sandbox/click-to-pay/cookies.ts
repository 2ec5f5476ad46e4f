import { getCookie } from 'hono/cookie';
import type { Context } from 'hono';

/** What a browser keeps of Click to Pay: that it is remembered, the language, that somebody signed in, that the tools are hidden. */
const NAMES = {
  remembered: 'c2p_browser',
  session: 'c2p_session',
  language: 'c2p_language',
  tools: 'tools',
} as const;
type CookieName = keyof typeof NAMES;

const DAY_SECONDS = 86_400;
const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Lax';

/** A `Set-Cookie` line. The session has no age: it ends with the browser, and after half an hour at ours. */
export function cookieFor(name: CookieName, value: string): string {
  const age = name === 'remembered' || name === 'language' ? `Max-Age=${180 * DAY_SECONDS}; ` : '';
  return `${NAMES[name]}=${value}; ${age}${ATTRIBUTES}`;
}

/** Takes a cookie back. */
export function noCookie(name: CookieName): string {
  return `${NAMES[name]}=; Max-Age=0; ${ATTRIBUTES}`;
}

export function cookieOf(c: Context, name: CookieName): string | undefined {
  return getCookie(c, NAMES[name]);
}
