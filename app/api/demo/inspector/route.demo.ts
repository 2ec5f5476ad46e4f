import { findActor } from '@/lib/auth/actor';
import { traceFeed } from '@/lib/demo/trace/read-trace.demo';

const noStore = { 'cache-control': 'no-store' };

/**
 * The signed-in person's journeys, hop by hop: `?journey=` names one, `?seen=` the version that the caller has (204 when it is
 * still the newest); null while nobody is signed in. A poll is no act of the person (AU-04). Not in a production build.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor({ activity: false });
  // No error in an audience's console: the window waits for a story to begin.
  if (actor === null) return Response.json(null, { headers: noStore });
  const { searchParams } = new URL(request.url);
  const feed = await traceFeed(actor, searchParams.get('journey'));
  if (feed.version === searchParams.get('seen')) return new Response(null, { status: 204, headers: noStore });
  return Response.json(feed, { headers: noStore });
}
