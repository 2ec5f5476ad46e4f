import { readJson } from '@/lib/demo/read-json.demo';
import { clockSchema, moveClock } from '@/lib/demo/worlds.demo';

/** Moves one customer's clock, here and in the sandbox (decisions 8). Not in a production build. */
export async function POST(request: Request): Promise<Response> {
  const input = await readJson(request, clockSchema);
  if (!input.ok) return Response.json({ faults: input.faults }, { status: 400 });
  const moved = await moveClock(input.value);
  return moved === null
    ? Response.json({ faults: ['customer: nobody has this username'] }, { status: 404 })
    : Response.json(moved);
}
