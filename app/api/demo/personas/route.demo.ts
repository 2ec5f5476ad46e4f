import { demoPersonas } from '@/lib/demo/data.demo';

/** Who can sign in, for `npm start` to print. Not in a production build. */
export function GET(): Response {
  return Response.json(demoPersonas(), { headers: { 'cache-control': 'no-store' } });
}
