import { createWorld, worldSchema } from '@/lib/demo/worlds.demo';
import { readJson } from '@/lib/demo/read-json.demo';

/** A customer of one's own, with the outcome each card shall have (decisions 8). Not in a production build. */
export async function POST(request: Request): Promise<Response> {
  const input = await readJson(request, worldSchema);
  return input.ok
    ? Response.json(await createWorld(input.value), { status: 201 })
    : Response.json({ faults: input.faults }, { status: 400 });
}
