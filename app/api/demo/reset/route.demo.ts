import { readJson } from '@/lib/demo/read-json.demo';
import { resetDemo, resetSchema } from '@/lib/demo/reset.demo';

/** Puts one customer, or the published people, into a named state in both programs. Not in a production build. */
export async function POST(request: Request): Promise<Response> {
  const input = await readJson(request, resetSchema);
  if (!input.ok) return Response.json({ faults: input.faults }, { status: 400 });
  const done = await resetDemo(input.value);
  return done === null
    ? Response.json({ faults: ['customer: nobody has this username'] }, { status: 404 })
    : Response.json(done);
}
