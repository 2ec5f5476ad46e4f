/**
 * The enrollment's life: one table, pure. `docs/architecture.md` shows the diagram generated from it and a test compares them.
 *
 * @see house rules in docs/architecture.md, "The state machine"
 */

export const ENROLLMENT_STATES = [
  'draft',
  'consented',
  'pushing',
  'pushed',
  'with_token_requestor',
  'reported',
  'confirmed',
  'rejected',
  'unknown',
  'expired',
  'cancelled',
  'withdrawn',
] as const;
export type EnrollmentState = (typeof ENROLLMENT_STATES)[number];

export const ENROLLMENT_EVENTS = [
  'changed',
  'consent_given',
  'verified',
  'step_up_waived',
  'receipts_returned',
  'all_refused',
  'not_sent',
  'no_readable_answer',
  'left',
  'results_reported',
  'confirmed_by_mdes',
  'receipts_expired',
  'pushed_again',
  'cancelled',
  'consent_withdrawn',
] as const;
export type EnrollmentEvent = (typeof ENROLLMENT_EVENTS)[number];

/** State → event → next state. What is not listed is refused. */
export const TRANSITIONS: Record<EnrollmentState, Partial<Record<EnrollmentEvent, EnrollmentState>>> = {
  draft: { changed: 'draft', consent_given: 'consented', cancelled: 'cancelled' },
  consented: {
    // Any change voids consent and code (AU-11): back to draft.
    changed: 'draft',
    consent_given: 'consented',
    verified: 'pushing',
    // The bank's policy asks for nothing more than the agreement.
    step_up_waived: 'pushing',
    cancelled: 'cancelled',
  },
  pushing: {
    receipts_returned: 'pushed',
    all_refused: 'rejected',
    // Nothing can have happened at MDES: the same consent may be confirmed again.
    not_sent: 'consented',
    // Something may have happened: never shown as failure, pushed again with the same request id.
    no_readable_answer: 'unknown',
  },
  pushed: {
    left: 'with_token_requestor',
    results_reported: 'reported',
    receipts_expired: 'expired',
    cancelled: 'cancelled',
  },
  with_token_requestor: {
    // Leaving twice (back button, second tab) is one departure.
    left: 'with_token_requestor',
    results_reported: 'reported',
    receipts_expired: 'expired',
    cancelled: 'cancelled',
  },
  reported: { confirmed_by_mdes: 'confirmed', consent_withdrawn: 'withdrawn' },
  confirmed: { consent_withdrawn: 'withdrawn' },
  rejected: {},
  // A repetition needs no new code, so it may not wait for ever (AU-11).
  unknown: { pushed_again: 'pushing', receipts_expired: 'expired', cancelled: 'cancelled' },
  expired: { pushed_again: 'pushing', cancelled: 'cancelled' },
  cancelled: {},
  withdrawn: {},
};

/** The state that follows, or null when the event is not allowed now. */
export function nextState(state: EnrollmentState, event: EnrollmentEvent): EnrollmentState | null {
  return TRANSITIONS[state][event] ?? null;
}

/** States in which a return from the token requestor may still be applied (decisions 6). */
export const AWAITING_RESULT: readonly EnrollmentState[] = ['pushed', 'with_token_requestor'];

/** States that need nothing more from the person. */
export function isSettled(state: EnrollmentState): boolean {
  return (
    state === 'reported' ||
    state === 'confirmed' ||
    state === 'rejected' ||
    state === 'cancelled' ||
    state === 'withdrawn'
  );
}

export const CARD_OUTCOMES = [
  'chosen',
  'pushed',
  'refused',
  'approved',
  'declined',
  'cancelled',
  'duplicate',
  'needs_authentication',
  'error',
  'unknown',
] as const;
/** What is known of one card of an enrollment. `chosen`: not pushed yet. */
export type CardOutcome = (typeof CARD_OUTCOMES)[number];

/** The token requestor has the card: added now, or before. */
export function isSaved(outcome: CardOutcome): boolean {
  return outcome === 'approved' || outcome === 'duplicate';
}

/** Every pushed card has an answer: the enrollment is `reported` (decisions 7). */
export function allAnswered(outcomes: readonly CardOutcome[]): boolean {
  return outcomes.length > 0 && outcomes.every((outcome) => outcome !== 'pushed' && outcome !== 'chosen');
}
