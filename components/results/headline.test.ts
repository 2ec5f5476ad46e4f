import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import {
  CARD_OUTCOMES,
  ENROLLMENT_STATES,
  type CardOutcome,
  type EnrollmentState,
} from '@/lib/domain/enrollment';
import type { OutcomeCardView } from '@/lib/domain/read-models';
import journey from '@/messages/en/journey.json';
import { headlineOf } from './headline';
import { rowOutcome } from './row-outcome';

function card(outcome: CardOutcome, source: OutcomeCardView['source'] = 'browser'): OutcomeCardView {
  return {
    cardId: outcome,
    product: 'everyday',
    name: 'Everyday debit',
    last4: '4417',
    expiry: null,
    outcome,
    source,
    reason: null,
  };
}

function slip(
  state: EnrollmentState,
  outcomes: CardOutcome[],
  extra: { late?: boolean; failure?: string } = {},
) {
  return {
    state,
    late: extra.late ?? false,
    failure: extra.failure ?? null,
    cards: outcomes.map((one) => card(one, one === 'cancelled' ? null : 'browser')),
  };
}

const words = createTranslator({
  locale: 'en',
  messages: journey,
  namespace: 'results',
  onError: (error) => {
    throw error;
  },
});

function said(of: ReturnType<typeof slip>): string {
  const { key, count, lead } = headlineOf(of);
  const values = { name: 'Click to Pay', bank: 'Partner Bank' };
  const title = words(`headline.${key}`, { ...values, count });
  return lead === null
    ? title
    : `${title}. ${words(`lead.${lead.key}` as 'lead.added', { ...values, count: lead.count })}`;
}

/** Every state with every mixture of up to three cards, on time and late. */
function* everySlip() {
  for (const state of ENROLLMENT_STATES)
    for (const a of CARD_OUTCOMES)
      for (const b of [null, ...CARD_OUTCOMES])
        for (const c of [null, ...CARD_OUTCOMES])
          for (const late of [false, true])
            yield slip(
              state,
              [a, b, c].filter((one) => one !== null),
              { late },
            );
}

describe('headlineOf', () => {
  it('has words for every state and every mixture of outcomes', () => {
    for (const one of everySlip()) expect(said(one)).toMatch(/^\S.+\S$/);
  });

  it('never speaks of an added card unless one was reported, and never after a push that failed', () => {
    for (const one of everySlip()) {
      const claims = /reports (one|two|three) cards? added|confirmed (one|two|three)/.test(said(one));
      const may =
        one.cards.some((each) => each.outcome === 'approved') &&
        !['rejected', 'unknown', 'draft', 'consented', 'pushing'].includes(one.state);
      if (claims) expect({ may, slip: one }).toEqual({ may: true, slip: one });
    }
  });

  it('still says what was added in time when the rest of the slip ended', () => {
    expect(said(slip('expired', ['approved', 'pushed']))).toMatch(
      /^Click to Pay reports one card added. One more needs a look/,
    );
    expect(said(slip('expired', ['unknown'], { late: true }))).toMatch(/^We could not confirm/);
  });

  it('knows where the person cancelled', () => {
    expect(headlineOf(slip('cancelled', ['cancelled'])).key).toBe('cancelled');
    expect(headlineOf({ ...slip('cancelled', []), cards: [card('cancelled', 'browser')] }).key).toBe(
      'cancelledThere',
    );
  });

  it('says "confirmed" only of what MDES told the bank', () => {
    for (const one of everySlip()) expect(headlineOf(one).key).not.toBe('confirmed');
    expect(headlineOf({ ...slip('confirmed', []), cards: [card('approved', 'issuer')] }).key).toBe(
      'confirmed',
    );
  });

  it.each<[EnrollmentState, CardOutcome[], string]>([
    [
      'reported',
      ['approved', 'needs_authentication', 'declined', 'duplicate'],
      'Click to Pay reports one card added. Two more need a look.',
    ],
    ['reported', ['approved', 'approved', 'approved'], 'Click to Pay reports three cards added. You will'],
    ['reported', ['duplicate'], 'Click to Pay already had this card'],
    ['reported', ['cancelled', 'cancelled'], 'You cancelled at Click to Pay. Nothing was added'],
    ['reported', ['unknown'], 'We could not confirm what happened'],
    ['reported', ['declined', 'error'], 'Click to Pay reports no card added'],
    ['with_token_requestor', ['pushed'], 'Click to Pay has not answered yet'],
    [
      'with_token_requestor',
      ['approved', 'pushed'],
      'Click to Pay reports one card added so far. One more has no answer yet.',
    ],
    ['rejected', ['refused'], 'This card was not accepted'],
    ['unknown', ['chosen', 'chosen'], 'We don’t know yet if your cards arrived'],
    ['expired', ['pushed'], 'This slip has expired'],
  ])('%s with %j', (state, outcomes, begins) => {
    expect(said(slip(state, outcomes)).startsWith(begins)).toBe(true);
  });

  it('tells a slip that was stopped or not sent from one that failed elsewhere', () => {
    expect(headlineOf(slip('rejected', ['refused'], { failure: 'hostile_uri' }))).toMatchObject({
      key: 'stopped',
      lead: null,
    });
    expect(headlineOf(slip('consented', ['chosen'], { failure: 'unreachable' }))).toMatchObject({
      key: 'notSent',
      lead: null,
    });
    expect(headlineOf(slip('consented', ['chosen'])).key).toBe('notFinished');
  });
});

describe('rowOutcome', () => {
  it('shows an unanswered card of an expired slip as expired', () => {
    expect(rowOutcome({ state: 'expired' }, { outcome: 'pushed', source: null })).toBe('expired');
  });
});
