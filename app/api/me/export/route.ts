import { findActor } from '@/lib/auth/actor';
import { exportOf } from '@/lib/enrollment/customer-export';

const noStore = { 'cache-control': 'no-store' };

/** A customer's own data as a file (GD-01). */
export async function GET(): Promise<Response> {
  const actor = await findActor({ activity: true });
  if (actor === null) return Response.json({ code: 'SIGNED_OUT' }, { status: 401, headers: noStore });
  return new Response(`${JSON.stringify(await exportOf(actor), null, 2)}\n`, {
    headers: {
      ...noStore,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="my-data.json"',
    },
  });
}
