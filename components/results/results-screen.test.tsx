import { describe, expect, it } from 'vitest';
import { CARD_OUTCOMES, ENROLLMENT_STATES, type CardOutcome } from '@/lib/domain/enrollment';
import type { EnrollmentView, OutcomeCardView } from '@/lib/domain/read-models';
import { PUSH_FAILURES, REASON_CODES } from '@/lib/domain/words-needed';
import { renderMarkup } from '@/lib/testing/render-markup';
import { ResultsScreen } from './results-screen';

const nothing = () => Promise.resolve();
const actions = { pushAgain: nothing, startAgain: nothing, cancel: nothing };
function card(outcome: CardOutcome, more: Partial<OutcomeCardView> = {}): OutcomeCardView {
  return {
    cardId: `card-${outcome}`,
    product: 'everyday',
    name: 'Everyday debit',
    last4: '4417',
    expiry: '08/29',
    outcome,
    source: 'browser',
    reason: null,
    ...more,
  };
}

function slip(more: Partial<EnrollmentView>): EnrollmentView {
  return {
    enrollmentId: 'e1',
    reference: '7K2M-94QD',
    tokenRequestor: { tokenRequestorId: '50123197928', name: 'Click to Pay', logo: null, isClickToPay: true },
    cards: [card('approved')],
    fields: [{ field: 'name', lines: ['Elena Rossi'], shared: true }],
    consentedAt: '2026-11-22T10:41:00Z',
    state: 'reported',
    actions: ['start_again'],
    resumeHref: null,
    timeLeft: null,
    againByCode: false,
    failure: null,
    late: false,
    updatedAt: '2026-11-22T10:46:00Z',
    ...more,
  };
}

const results = (more: Partial<EnrollmentView>) =>
  renderMarkup(<ResultsScreen view={slip(more)} actions={actions} />);
const count = (page: string, pattern: RegExp) => page.match(pattern)?.length ?? 0;

describe('ResultsScreen', () => {
  it('has one heading, one filled button and no style attribute in every state and for every failure', () => {
    for (const state of ENROLLMENT_STATES)
      for (const failure of [null, ...PUSH_FAILURES, 'unheard_of']) {
        const actions =
          state === 'unknown' ? (['push_again', 'cancel'] as const) : (['start_again', 'cancel'] as const);
        const page = results({
          state,
          failure,
          actions: [...actions],
          cards: [card('declined'), card('duplicate')],
        });
        const shown = page.replace(/<dialog[\s\S]*?<\/dialog>/g, '');
        expect({
          state,
          failure,
          headings: count(page, /<h1/g),
          filled: count(shown, /button-primary/g),
          styles: count(page, / style=/g),
        }).toEqual({
          state,
          failure,
          headings: 1,
          filled: 1,
          styles: 0,
        });
      }
  });

  it('shows a state, a sentence and a next step for every outcome and every reason', () => {
    for (const outcome of CARD_OUTCOMES)
      expect(results({ cards: [card(outcome)] })).toContain('Everyday debit');
    for (const reason of [...REASON_CODES, 'other', 'NEVER_SEEN']) {
      const page = results({
        state: 'rejected',
        failure: 'rejected',
        cards: [card('refused', { reason, source: 'issuer' })],
      });
      expect(page).not.toContain(reason === 'other' ? 'reasons.' : reason);
    }
  });

  it('says who reported it, and keeps what Mastercard confirms apart', () => {
    const page = results({});
    expect(page).toContain('Click to Pay reports one card added');
    expect(page).toContain('Reported added');
    expect(page).toMatch(/Mastercard confirms<\/h3><p[^>]*>Not yet\./);
    expect(page).not.toContain('Added, confirmed');
  });

  it('offers to try again card by card where another went through, and all at once where none did', () => {
    expect(
      count(results({ cards: [card('approved'), card('declined')] }), /name="cardId" value="card-declined"/g),
    ).toBe(1);
    const none = results({ cards: [card('declined'), card('error')] });
    expect(count(none, /<form/g)).toBe(1);
    expect(count(none, /name="cardId"/g)).toBe(2);
  });

  it('does not offer to send a card again that cannot go, and gives the number to call', () => {
    const page = results({
      state: 'rejected',
      failure: 'rejected',
      cards: [card('refused', { reason: 'ACCOUNT_INELIGIBLE', source: 'issuer' })],
    });
    expect(page).not.toContain('Try again');
    expect(page).toContain('href="tel:08005550142"');
  });

  it('asks again with the same slip when no answer was readable', () => {
    const page = results({
      state: 'unknown',
      failure: 'timeout',
      actions: ['push_again', 'cancel'],
      cards: [card('chosen', { source: null })],
    });
    expect(page).toContain('We don’t know yet if your card arrived');
    expect(page).toContain('Ask again');
    expect(page).not.toMatch(/failed|declined/i);
  });
});
