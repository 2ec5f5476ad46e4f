import { orderOutcome, outcomeOrderSchema, readOutcomes, takeBackOutcomes } from '@/lib/demo/outcomes.demo';
import { readJson } from '@/lib/demo/read-json.demo';

const relayed = ({ status, body }: { status: number; body: unknown }) => Response.json(body, { status });

/** The table of outcomes and what is ordered from it. Not in a production build. */
export async function GET(): Promise<Response> {
  return relayed(await readOutcomes());
}

/** Orders an outcome for a customer, one of their cards, or the next call; or takes back: `{"takeBack":true,"customer":"<username>"}`. */
export async function POST(request: Request): Promise<Response> {
  const input = await readJson(request, outcomeOrderSchema);
  if (!input.ok) return Response.json({ faults: input.faults }, { status: 400 });
  const order = input.value;
  return relayed(await ('takeBack' in order ? takeBackOutcomes(order.customer) : orderOutcome(order)));
}
