import { orderOutcome, outcomeOrderSchema, readOutcomes, takeBackOutcomes } from '@/lib/demo/outcomes.demo';
import { readJson } from '@/lib/demo/read-json.demo';

const relayed = ({ status, body }: { status: number; body: unknown }) => Response.json(body, { status });

/** The table of outcomes and what is ordered from it. Not in a production build. */
export async function GET(): Promise<Response> {
  return relayed(await readOutcomes());
}

/** Orders an outcome for a customer, one of their cards, or the next call. */
export async function POST(request: Request): Promise<Response> {
  const input = await readJson(request, outcomeOrderSchema);
  if (!input.ok) return Response.json({ faults: input.faults }, { status: 400 });
  return relayed(await orderOutcome(input.value));
}

/** Takes orders back: `?customer=<username>`, or all. */
export async function DELETE(request: Request): Promise<Response> {
  return relayed(await takeBackOutcomes(new URL(request.url).searchParams.get('customer')));
}
