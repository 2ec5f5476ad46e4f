import { findActor } from '@/lib/auth/actor';
import { messagesOfUsername, phoneOf } from '@/lib/demo/data.demo';

const noStore = { 'cache-control': 'no-store' };

/** The drawn phone: the signed-in person's, or `?customer=<username>` for tests (decisions 5). Not in a production build. */
export async function GET(request: Request): Promise<Response> {
  const username = new URL(request.url).searchParams.get('customer');
  if (username === null) return ofSignedIn();
  const messages = await messagesOfUsername(username);
  if (messages === null) return Response.json({ code: 'NOT_FOUND' }, { status: 404 });
  return Response.json({ messages }, { headers: noStore });
}

/** Nothing at all for a page whose session was replaced or ended while it asked: what it shows stays. */
async function ofSignedIn(): Promise<Response> {
  const actor = await findActor({ activity: false });
  if (actor === null) return new Response(null, { status: 204, headers: noStore });
  return Response.json({ messages: (await phoneOf(actor))?.messages ?? [] }, { headers: noStore });
}
