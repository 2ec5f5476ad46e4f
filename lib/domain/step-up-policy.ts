import { z } from 'zod';

/**
 * When a person has to prove again that it is them before cards leave the bank. Pure data and one pure function: rules differ by
 * market (in the EEA adding a card to a wallet needs it, RTS art. 24 and EBA Q&A 5622), so a bank writes them down.
 */

/** Written `EEA` in a policy: the European Economic Area, ISO 3166-1 alpha-3. */
const EEA =
  'AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ISL ITA LIE LTU LUX LVA MLT NLD NOR POL PRT ROU SVK SVN SWE'.split(
    ' ',
  );

const stepUp = z.enum(['required', 'not_required'], 'must be required or not_required');

const ruleSchema = z
  .strictObject({
    /** Kept with each consent that it decided about. */
    name: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be small letters, digits and dashes, at most 40')
      .refine((name) => name !== OTHERWISE, 'must not be "otherwise": that is the last line of every policy'),
    /** Countries of the customer. Without it: everywhere. */
    markets: z
      .array(z.string().regex(/^[A-Z]{3}$/, 'must be ISO 3166-1 alpha-3, or EEA'))
      .min(1, 'must name a market, or be left out')
      .optional(),
    /** Cards on the slip from which the rule holds. Without it: from the first. */
    cardsAtLeast: z.int().min(2, 'must be 2 or more, or be left out').max(50).optional(),
    stepUp,
  })
  .refine(
    ({ markets, cardsAtLeast }) => markets !== undefined || cardsAtLeast !== undefined,
    'must name markets or cardsAtLeast: a rule for everybody is what "otherwise" says',
  );

export const OTHERWISE = 'otherwise';

/** Rules in order, the first that fits decides; `otherwise` where none does. */
export const stepUpPolicySchema = z.strictObject({
  rules: z
    .array(ruleSchema)
    .max(100)
    .refine(
      (rules) => new Set(rules.map(({ name }) => name)).size === rules.length,
      'must not use a name twice',
    ),
  otherwise: stepUp,
});
export type StepUpPolicy = z.output<typeof stepUpPolicySchema>;

/** What holds where a bank says nothing. */
export const ALWAYS: StepUpPolicy = { rules: [], otherwise: 'required' };

export interface StepUpDecision {
  required: boolean;
  /** Name of the rule that decided, or `otherwise`. */
  rule: string;
  /** What the rule looked at: the reason that the person is told. */
  byMarket: boolean;
  cardsAtLeast: number | null;
}

/** What the policy says about this customer's country and this many cards. Knows nothing of what a browser claims. */
export function decideStepUp(
  policy: StepUpPolicy,
  { country, cardCount }: { country: string; cardCount: number },
): StepUpDecision {
  const rule = policy.rules.find(
    ({ markets, cardsAtLeast }) =>
      (markets === undefined || markets.some((market) => holds(market, country))) &&
      (cardsAtLeast === undefined || cardCount >= cardsAtLeast),
  );
  return {
    required: (rule?.stepUp ?? policy.otherwise) === 'required',
    rule: rule?.name ?? OTHERWISE,
    byMarket: rule?.markets !== undefined,
    cardsAtLeast: rule?.cardsAtLeast ?? null,
  };
}

function holds(market: string, country: string): boolean {
  return market === 'EEA' ? EEA.includes(country) : market === country;
}
