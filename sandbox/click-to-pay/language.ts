import type { Context } from 'hono';
import { acceptedLocale, isLocale } from '@/sandbox/words/words';
import { cookieOf } from './cookies';

/**
 * The locale of a page that no hand-over leads to: as the link says, else as it was at the last hand-over in this browser,
 * else as the browser asks.
 */
export function localeOf(c: Context): string {
  const known = [c.req.query('locale'), cookieOf(c, 'language')].find(isLocale);
  return known ?? acceptedLocale(c.req.header('accept-language'));
}
