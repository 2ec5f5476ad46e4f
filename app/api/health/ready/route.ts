import { isReady } from '@/lib/health/ready';

export const dynamic = 'force-dynamic';

/** Ready to serve: database and keys, not MDES (OP-05). */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json(
    { status: ready ? 'ok' : 'unavailable' },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
