import { describe, expect, it } from 'vitest';
import {
  allAnswered,
  AWAITING_RESULT,
  CARD_OUTCOMES,
  ENROLLMENT_EVENTS,
  ENROLLMENT_STATES,
  isSettled,
  nextState,
  type EnrollmentEvent,
  type EnrollmentState,
} from './enrollment';
import { stateDiagram } from './state-diagram';

/** The life as the house rules tell it; everything that is not listed is refused. */
const ALLOWED: [EnrollmentState, EnrollmentEvent, EnrollmentState][] = [
  ['draft', 'changed', 'draft'],
  ['draft', 'consent_given', 'consented'],
  ['draft', 'cancelled', 'cancelled'],
  ['consented', 'changed', 'draft'],
  ['consented', 'consent_given', 'consented'],
  ['consented', 'verified', 'pushing'],
  ['consented', 'step_up_waived', 'pushing'],
  ['consented', 'cancelled', 'cancelled'],
  ['pushing', 'receipts_returned', 'pushed'],
  ['pushing', 'all_refused', 'rejected'],
  ['pushing', 'not_sent', 'consented'],
  ['pushing', 'no_readable_answer', 'unknown'],
  ['pushed', 'left', 'with_token_requestor'],
  ['pushed', 'results_reported', 'reported'],
  ['pushed', 'receipts_expired', 'expired'],
  ['pushed', 'cancelled', 'cancelled'],
  ['with_token_requestor', 'left', 'with_token_requestor'],
  ['with_token_requestor', 'results_reported', 'reported'],
  ['with_token_requestor', 'receipts_expired', 'expired'],
  ['with_token_requestor', 'cancelled', 'cancelled'],
  ['reported', 'confirmed_by_mdes', 'confirmed'],
  ['reported', 'consent_withdrawn', 'withdrawn'],
  ['confirmed', 'consent_withdrawn', 'withdrawn'],
  ['unknown', 'pushed_again', 'pushing'],
  ['unknown', 'receipts_expired', 'expired'],
  ['unknown', 'cancelled', 'cancelled'],
  ['expired', 'pushed_again', 'pushing'],
  ['expired', 'cancelled', 'cancelled'],
];

describe('the state machine', () => {
  const pairs = ENROLLMENT_STATES.flatMap((state) =>
    ENROLLMENT_EVENTS.map((event): [EnrollmentState, EnrollmentEvent] => [state, event]),
  );
  it.each(pairs)('%s on %s goes where the house rules say, or nowhere', (state, event) => {
    const expected = ALLOWED.find(([from, on]) => from === state && on === event)?.[2] ?? null;
    expect(nextState(state, event)).toBe(expected);
  });

  it('AZ-04: leads into a push from nothing but a given consent, or a push that went before', () => {
    expect(ALLOWED.filter(([, , to]) => to === 'pushing').map(([from]) => from)).toEqual([
      'consented',
      'consented',
      'unknown',
      'expired',
    ]);
  });

  it('CB-09: only what the issuer learns from MDES confirms', () => {
    expect(ALLOWED.filter(([, , to]) => to === 'confirmed').map(([, event]) => event)).toEqual([
      'confirmed_by_mdes',
    ]);
  });

  it('reaches every state, and only settled ones, or a push under way, ask nothing of the person', () => {
    const reached = new Set<EnrollmentState>(['draft', ...ALLOWED.map(([, , to]) => to)]);
    expect([...reached].sort()).toEqual([...ENROLLMENT_STATES].sort());
    expect(ENROLLMENT_STATES.filter(isSettled)).toEqual([
      'reported',
      'confirmed',
      'rejected',
      'cancelled',
      'withdrawn',
    ]);
    expect(AWAITING_RESULT.every((state) => nextState(state, 'results_reported') === 'reported')).toBe(true);
  });

  it('is drawn completely: one line for each arrow', () => {
    const lines = stateDiagram().split('\n');
    for (const [from, event, to] of ALLOWED) expect(lines).toContain(`  ${from} --> ${to}: ${event}`);
    expect(lines.filter((line) => / --> \w+: /.test(line))).toHaveLength(ALLOWED.length);
  });

  it('counts an enrollment as answered when no pushed card waits any more', () => {
    expect(allAnswered([])).toBe(false);
    for (const outcome of CARD_OUTCOMES)
      expect(allAnswered(['approved', outcome])).toBe(outcome !== 'pushed' && outcome !== 'chosen');
  });
});
