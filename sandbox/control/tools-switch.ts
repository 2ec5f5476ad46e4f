import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { seeOther } from '@/sandbox/pages/respond';

/** The switch that hides every tool from an audience: a cookie on this host, as the bank has one on its own. */
const TOOLS_COOKIE = 'tools';
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Only back to a program of this machine: the sandbox is no open redirector. */
function wayBack(address: string | undefined): string {
  if (address === undefined || !URL.canParse(address)) return '/__sandbox/';
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && LOOPBACK.has(hostname) ? address : '/__sandbox/';
}

/** `?tools=off` hides the tools of the sandbox's pages in this browser, anything else shows them; `back` is where it goes on. */
export function switchTools(c: Context): Response {
  const { tools, back } = c.req.query();
  if (tools === 'off') setCookie(c, TOOLS_COOKIE, 'off', { path: '/', httpOnly: true, sameSite: 'Lax' });
  else deleteCookie(c, TOOLS_COOKIE, { path: '/' });
  const answer = seeOther(wayBack(back));
  for (const cookie of c.res.headers.getSetCookie()) answer.headers.append('set-cookie', cookie);
  return answer;
}
