import { findActor } from '@/lib/auth/actor';
import { messagesOfUsername, phoneOf } from '@/lib/demo/data.demo';

/** The drawn phone: the signed-in person's, or `?customer=<username>` for tests (decisions 5). Not in a production build. */
export async function GET(request: Request): Promise<Response> {
  const username = new URL(request.url).searchParams.get('customer');
  const actor = username === null ? await findActor({ activity: false }) : null;
  const messages =
    username === null
      ? actor === null
        ? null
        : ((await phoneOf(actor))?.messages ?? [])
      : await messagesOfUsername(username);
  if (messages === null) return Response.json({ code: 'NOT_FOUND' }, { status: 404 });
  return Response.json({ messages }, { headers: { 'cache-control': 'no-store' } });
}
