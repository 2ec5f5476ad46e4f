import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, decideStepUp, OTHERWISE, stepUpPolicySchema, type StepUpPolicy } from './step-up-policy';

const policy: StepUpPolicy = stepUpPolicySchema.parse({
  rules: [
    { name: 'europe', markets: ['EEA', 'GBR'], stepUp: 'required' },
    { name: 'several-cards', cardsAtLeast: 3, stepUp: 'required' },
    { name: 'trusted-market', markets: ['NZL'], stepUp: 'not_required' },
  ],
  otherwise: 'required',
});
const COUNTRIES = ['IRL', 'GBR', 'NZL', 'ARE', 'NOR', 'EEA', 'irl', ''];
const aRule = fc
  .record(
    {
      name: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/).filter((name) => name !== OTHERWISE),
      markets: fc.array(fc.constantFrom('EEA', 'GBR', 'NZL', 'ARE'), { minLength: 1, maxLength: 3 }),
      cardsAtLeast: fc.integer({ min: 2, max: 5 }),
      stepUp: fc.constantFrom('required' as const, 'not_required' as const),
    },
    { requiredKeys: ['name', 'stepUp'] },
  )
  .filter((rule) => 'markets' in rule || 'cardsAtLeast' in rule);
const aPolicy = fc.record({
  rules: fc.uniqueArray(aRule, { selector: ({ name }) => name, maxLength: 4 }),
  otherwise: fc.constantFrom('required' as const, 'not_required' as const),
});
const aCase = fc.record({
  country: fc.constantFrom(...COUNTRIES),
  cardCount: fc.integer({ min: 1, max: 6 }),
});

describe('the step-up policy', () => {
  it.each([
    ['IRL', 1, 'europe', true],
    ['NOR', 5, 'europe', true],
    ['GBR', 1, 'europe', true],
    ['NZL', 1, 'trusted-market', false],
    ['NZL', 2, 'trusted-market', false],
    ['NZL', 3, 'several-cards', true],
    ['ARE', 1, OTHERWISE, true],
    ['EEA', 1, OTHERWISE, true],
  ])('%s with %i cards: %s', (country, cardCount, rule, required) => {
    expect(decideStepUp(policy, { country, cardCount })).toMatchObject({ rule, required });
  });

  it('says what the rule looked at, for the reason that the person is told', () => {
    expect(decideStepUp(policy, { country: 'IRL', cardCount: 1 })).toMatchObject({
      byMarket: true,
      cardsAtLeast: null,
    });
    expect(decideStepUp(policy, { country: 'ARE', cardCount: 4 })).toMatchObject({
      byMarket: false,
      cardsAtLeast: 3,
    });
  });

  it('always asks where nothing is written down', () => {
    fc.assert(fc.property(aCase, (one) => decideStepUp(ALWAYS, one).required));
  });

  it('AZ-04: is decided by the first rule that fits, and by `otherwise` where none does', () => {
    fc.assert(
      fc.property(aPolicy, aCase, (drawn, one) => {
        const parsed = stepUpPolicySchema.parse(drawn);
        const decision = decideStepUp(parsed, one);
        const alone = (rule: StepUpPolicy['rules'][number]) =>
          decideStepUp({ rules: [rule], otherwise: 'required' }, one).rule === rule.name;
        const first = parsed.rules.find(alone);
        expect(decision.rule).toBe(first?.name ?? OTHERWISE);
        expect(decision.required).toBe((first?.stepUp ?? parsed.otherwise) === 'required');
      }),
    );
  });

  it('AZ-04: a rule that requires, put in front, is never undone by what comes after it', () => {
    fc.assert(
      fc.property(aPolicy, aCase, (drawn, one) => {
        const front = { name: 'front', cardsAtLeast: 2, stepUp: 'required' as const };
        const rules = drawn.rules.filter(({ name }) => name !== 'front');
        const decision = decideStepUp(stepUpPolicySchema.parse({ ...drawn, rules: [front, ...rules] }), one);
        expect(one.cardCount < 2 || decision.required).toBe(true);
      }),
    );
  });

  it.each([
    ['no otherwise', { rules: [] }],
    ['an unknown word', { rules: [], otherwise: 'sometimes' }],
    ['a rule for everybody', { rules: [{ name: 'a', stepUp: 'required' }], otherwise: 'required' }],
    [
      'a rule called otherwise',
      { rules: [{ name: 'otherwise', markets: ['GBR'], stepUp: 'required' }], otherwise: 'required' },
    ],
    [
      'a country of two letters',
      { rules: [{ name: 'a', markets: ['GB'], stepUp: 'required' }], otherwise: 'required' },
    ],
    ['no country', { rules: [{ name: 'a', markets: [], stepUp: 'required' }], otherwise: 'required' }],
    [
      'one card or more',
      { rules: [{ name: 'a', cardsAtLeast: 1, stepUp: 'required' }], otherwise: 'required' },
    ],
    [
      'a word too many',
      { rules: [{ name: 'a', markets: ['GBR'], amount: 3, stepUp: 'required' }], otherwise: 'required' },
    ],
    [
      'a name twice',
      {
        rules: [
          { name: 'a', markets: ['GBR'], stepUp: 'required' },
          { name: 'a', markets: ['IRL'], stepUp: 'required' },
        ],
        otherwise: 'required',
      },
    ],
  ])('is refused with %s', (_title, broken) => {
    expect(stepUpPolicySchema.safeParse(broken).success).toBe(false);
  });
});
