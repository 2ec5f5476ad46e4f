import { findActor } from '@/lib/auth/actor';
import { exportJourney } from '@/lib/demo/trace/export-journey.demo';
import { traceFeed } from '@/lib/demo/trace/read-trace.demo';

const noStore = { 'cache-control': 'no-store' };

/** One of the signed-in person's journeys (`?journey=`, else the newest) as a single file for a colleague. Not in a production build. */
export async function GET(request: Request): Promise<Response> {
  const actor = await findActor({ activity: false });
  if (actor === null) return Response.json({ code: 'SIGNED_OUT' }, { status: 401, headers: noStore });
  const { trace } = await traceFeed(actor, new URL(request.url).searchParams.get('journey'));
  if (trace === null) return Response.json({ code: 'NOT_FOUND' }, { status: 404, headers: noStore });
  return new Response(await exportJourney(trace), {
    headers: {
      ...noStore,
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="journey-${trace.reference}.html"`,
    },
  });
}
