import { clockSchema, moveClock, readClock } from '@/lib/demo/clock.demo';
import { readJson } from '@/lib/demo/read-json.demo';

const NOBODY = { faults: ['customer: nobody has this username'] };

/** Moves one customer's clock, here and in the sandbox (decisions 8). Not in a production build. */
export async function POST(request: Request): Promise<Response> {
  const input = await readJson(request, clockSchema);
  if (!input.ok) return Response.json({ faults: input.faults }, { status: 400 });
  const moved = await moveClock(input.value);
  return moved === null ? Response.json(NOBODY, { status: 404 }) : Response.json(moved);
}

/** What both programs hold to be the time of `?customer=<username>`. */
export async function GET(request: Request): Promise<Response> {
  const username = new URL(request.url).searchParams.get('customer') ?? '';
  const clock = await readClock(username);
  return clock === null ? Response.json(NOBODY, { status: 404 }) : Response.json(clock);
}
