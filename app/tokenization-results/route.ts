import { cookies } from 'next/headers';
import { recordReturn } from '#demo/recorder';
import { clientOf, findActor } from '@/lib/auth/actor';
import { sessionCookie } from '@/lib/auth/session';
import { FLOW_COOKIE, FLOW_COOKIE_SECONDS } from '@/lib/enrollment/leave';
import { NEUTRAL_PATH, receiveReturn } from '@/lib/enrollment/receive-return';
import { languageOfRequest } from '@/lib/i18n/language';
import { translator } from '@/lib/i18n/translator';

/** 303 to a clean address; nothing of the query goes along, in no header either (CB-07). */
function onward(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location: path, 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' },
  });
}

/** Returns that are not this browser's, again and again (PU-13). */
async function tooMany(retryAfterSeconds: number): Promise<Response> {
  return new Response(translator(await languageOfRequest(), 'tooManyReturns')('text'), {
    status: 429,
    headers: {
      'retry-after': String(retryAfterSeconds),
      'content-type': 'text/plain; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}

/** The callback (seed page, step 4). Never renders; only a document navigation counts (CB-08). */
export async function GET(request: Request): Promise<Response> {
  const purpose = request.headers.get('sec-purpose') ?? request.headers.get('purpose');
  const dest = request.headers.get('sec-fetch-dest');
  if (purpose?.includes('prefetch') || (dest !== null && dest !== 'document')) return onward(NEUTRAL_PATH);
  const jar = await cookies();
  const { path, newFlow, retryAfterSeconds } = await receiveReturn({
    query: new URL(request.url).search,
    actor: await findActor({ activity: true }),
    flow: jar.get(FLOW_COOKIE)?.value,
    address: (await clientOf()).address,
  });
  if (retryAfterSeconds !== undefined) return tooMany(retryAfterSeconds);
  if (newFlow !== undefined)
    jar.set(FLOW_COOKIE, newFlow, { ...sessionCookie().options, maxAge: FLOW_COOKIE_SECONDS });
  recordReturn({ request, location: path });
  // crash point P8: the result is committed, the browser does not know.
  return onward(path);
}

/** Changes nothing, says nothing. */
export function HEAD(): Response {
  return onward(NEUTRAL_PATH);
}
