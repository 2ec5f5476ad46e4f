import { createHash } from 'node:crypto';
import type { Remembered } from '@/sandbox/store/records';
import { personNow, type World } from '@/sandbox/world';

const REMEMBER_MS = 180 * 86_400_000;

/** What the store knows of a browser's token: never the token itself. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/OPR\//, 'Opera'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];
const nameIn = (list: typeof BROWSERS, agent: string) => list.find(([sign]) => sign.test(agent))?.[1];

/** "Firefox, Linux": enough for a person to recognise a browser in a list. */
export function browserName(userAgent: string | undefined): string {
  const agent = userAgent ?? '';
  return [nameIn(BROWSERS, agent) ?? 'Browser', nameIn(SYSTEMS, agent)].filter(Boolean).join(', ');
}

/** The person whom this browser is remembered for, while that lasts. */
export function rememberedIn(world: World, browserToken: string | undefined): Remembered | undefined {
  const browser = browserToken === undefined ? undefined : world.store.remembered(hashOf(browserToken));
  return browser !== undefined && browser.untilMs > personNow(world, browser.email) ? browser : undefined;
}

/** Remembers this browser for a person; what comes back belongs into its cookie and nowhere else. */
export function rememberBrowser(world: World, email: string, browser: string): string {
  const browserToken = world.random(32).toString('base64url');
  const sinceMs = personNow(world, email.toLowerCase());
  world.store.remember({
    tokenHash: hashOf(browserToken),
    email: email.toLowerCase(),
    sinceMs,
    untilMs: sinceMs + REMEMBER_MS,
    browser,
  });
  return browserToken;
}
