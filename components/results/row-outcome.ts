import type { CardOutcome } from '@/lib/domain/enrollment';
import type { EnrollmentView, OutcomeCardView } from '@/lib/domain/read-models';

/** What a row says: the card's own outcome, or what the slip as a whole makes of it. */
export type RowOutcome = CardOutcome | 'confirmed' | 'expired';

type SlipFacts = Pick<EnrollmentView, 'state'>;
type CardFacts = Pick<OutcomeCardView, 'outcome' | 'source'>;

/**
 * Never says more than is known: only what MDES told the bank is "confirmed" (decisions 7), and a card without an answer
 * is what became of its slip.
 */
export function rowOutcome(slip: SlipFacts, card: CardFacts): RowOutcome {
  const open = card.outcome === 'pushed' || card.outcome === 'chosen';
  if (card.outcome === 'approved' && card.source === 'issuer') return 'confirmed';
  if (!open) return card.outcome;
  if (slip.state === 'expired') return 'expired';
  if (slip.state === 'cancelled') return 'cancelled';
  if (slip.state === 'unknown') return 'unknown';
  if (slip.state === 'rejected') return 'refused';
  return card.outcome;
}

/** Reasons that trying again cannot change: the card or the set-up has to change first (spec 5.2). */
const FINAL_REASONS: readonly (string | null)[] = [
  'ACCOUNT_INELIGIBLE',
  'PAN_INELIGIBLE',
  'AUTHORIZATION_FAILED',
  'DUPLICATE_REQUEST',
  'INVALID_JSON',
  'UNRECOGNIZED_FIELD',
  'CRYPTOGRAPHY_ERROR',
];

/** Outcomes after which the same card may be sent with a new slip. */
export function canTryAgain(outcome: RowOutcome, reason: string | null): boolean {
  if (outcome === 'refused') return !FINAL_REASONS.includes(reason);
  return outcome === 'declined' || outcome === 'cancelled' || outcome === 'error' || outcome === 'unknown';
}

/** Outcomes in which a person at the bank can do what the screen cannot. */
export function callHelps(outcome: RowOutcome): boolean {
  return outcome === 'needs_authentication' || outcome === 'declined' || outcome === 'refused';
}

/** Order in which a tally is read out: what worked, what waits, what did not. */
const TALLY_ORDER: readonly RowOutcome[] = [
  'confirmed',
  'approved',
  'duplicate',
  'needs_authentication',
  'pushed',
  'chosen',
  'declined',
  'refused',
  'error',
  'cancelled',
  'unknown',
  'expired',
];

/** How many cards have which outcome, in reading order, nothing for zero. */
export function tally(outcomes: readonly RowOutcome[]): { outcome: RowOutcome; count: number }[] {
  return TALLY_ORDER.map((outcome) => ({
    outcome,
    count: outcomes.filter((one) => one === outcome).length,
  })).filter(({ count }) => count > 0);
}
