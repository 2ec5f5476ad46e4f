import { z } from 'zod';
import { CALLS, type Args, type Call, type Outcome } from '@/sandbox/scenarios/outcome';
import { nearestName, outcomeByName, OUTCOMES } from '@/sandbox/scenarios/outcomes';
import { ownRanges, type Customers } from './customers';

/** `POST /__sandbox/v1/outcomes`: an outcome and for whom; for nobody in particular it is the next call's. */
export const orderBody = z.strictObject({
  outcome: z.string().max(100),
  /** A customer named with `PUT customers/<name>`, and one of their cards. */
  customer: z.string().min(1).max(80).optional(),
  card: z.string().min(1).max(80).optional(),
  /** Any card with these last four digits, in this account range. */
  last4: z
    .string()
    .regex(/^\d{4}$/, 'must be the last four digits')
    .optional(),
  accountRange: z
    .string()
    .regex(/^\d{9,19}$/, 'must be the 9 to 19 digits of a range start')
    .optional(),
  consumerKey: z.string().max(200).optional(),
  assetId: z.string().max(64).optional(),
  call: z.enum(CALLS).optional(),
  args: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  times: z.union([z.int().min(1).max(1_000), z.literal('always')]).optional(),
});
export type OrderBody = z.input<typeof orderBody>;

/** Whom an order is for; what is absent does not matter. */
export interface Match {
  readonly customer?: string;
  readonly panHashes?: readonly string[];
  readonly accountRanges?: readonly string[];
  readonly last4?: string;
  readonly accountRange?: string;
  readonly consumerKey?: string;
  readonly assetId?: string;
}

/** An outcome that waits for its call or its card. */
export interface Order {
  readonly id: string;
  readonly outcome: Outcome;
  /** The call it spoils; absent where it goes with a card's receipt. */
  readonly call?: Call;
  readonly match: Match;
  readonly args: Args;
  /** How often it still happens; absent: until it is taken back. */
  readonly left?: number;
}

/** Why an order cannot be taken, in a sentence, with what may help. */
export interface OrderProblem {
  readonly error: string;
  readonly didYouMean?: string;
  readonly outcomes?: readonly string[];
}

const names = () => OUTCOMES.map(({ name }) => name);

function outcomeProblem(body: z.output<typeof orderBody>, outcome: Outcome): OrderProblem | undefined {
  const { calls, args: known = {} } = outcome;
  if (body.call !== undefined && calls?.includes(body.call) !== true) {
    const where =
      calls === undefined ? 'goes with a card and spoils no call' : `can be played in: ${calls.join(', ')}`;
    return { error: `"${outcome.name}" ${where}` };
  }
  const strange = Object.keys(body.args).find((name) => !Object.hasOwn(known, name));
  if (strange === undefined) return undefined;
  const list = Object.entries(known).map(([name, meaning]) => `${name} (${meaning})`);
  return { error: `"${outcome.name}" knows no argument "${strange}"; it takes ${list.join(', ') || 'none'}` };
}

function customerMatch(
  body: z.output<typeof orderBody>,
  customers: Customers,
  call: Call | undefined,
): Match | OrderProblem {
  const { customer: name, card } = body;
  if (name === undefined)
    return card === undefined ? {} : { error: 'a card is named by its customer: add "customer"' };
  const customer = customers.find(name);
  if (customer === undefined) return { error: `there is no customer "${name}": PUT customers/${name} first` };
  const cards = customer.cards.filter((one) => card === undefined || one.card === card);
  if (cards.length === 0) return { error: `"${name}" has no card "${card ?? ''}"` };
  if (call === undefined || call === 'push')
    return { customer: name, panHashes: cards.map(({ panHash }) => panHash) };
  const ranges = ownRanges({ ...customer, cards });
  return ranges.length > 0
    ? { customer: name, accountRanges: ranges }
    : {
        error: `nobody can tell whose ${call} call it is: the cards of "${name}" lie in ranges that others share; make the customer with "ownRange", or order it for the next call`,
      };
}

/** Reads an order against the table and the customers. */
export function readOrder(
  body: z.output<typeof orderBody>,
  customers: Customers,
  id: string,
): Order | OrderProblem {
  const outcome = outcomeByName(body.outcome);
  if (outcome === undefined)
    return {
      error: `there is no outcome "${body.outcome}"`,
      didYouMean: nearestName(body.outcome),
      outcomes: names(),
    };
  const problem = outcomeProblem(body, outcome);
  if (problem !== undefined) return problem;
  const call = body.call ?? outcome.calls?.[0];
  const whose = customerMatch(body, customers, call);
  if ('error' in whose) return whose;
  const { last4, accountRange, consumerKey, assetId, times } = body;
  const match = {
    ...whose,
    ...(last4 !== undefined && { last4 }),
    ...(accountRange !== undefined && { accountRange }),
    ...(consumerKey !== undefined && { consumerKey }),
    ...(assetId !== undefined && { assetId }),
  };
  const forAnybody = Object.keys(match).length === 0;
  const left = times ?? (forAnybody ? 1 : 'always');
  return {
    id,
    outcome,
    match,
    args: body.args,
    ...(call !== undefined && { call }),
    ...(left !== 'always' && { left }),
  };
}
