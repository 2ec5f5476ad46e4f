/**
 * Where to go after signing in: a path on this very portal, or the cards (AU-13). Control characters, backslashes, a second
 * slash and anything that a URL parser reads as another origin are refused.
 */
export function safeNextPath(value: unknown): string {
  const home = '/cards';
  if (typeof value !== 'string' || value.length > 512 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(value))
    return home;
  const base = 'http://portal.invalid';
  if (!URL.canParse(value, base)) return home;
  const url = new URL(value, base);
  if (
    url.origin !== base ||
    url.pathname.startsWith('//') ||
    url.pathname.startsWith('/api/') ||
    url.pathname === '/login' ||
    url.pathname.startsWith('/login/')
  )
    return home;
  return `${url.pathname}${url.search}`;
}
