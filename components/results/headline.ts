import type { EnrollmentState } from '@/lib/domain/enrollment';
import type { EnrollmentView } from '@/lib/domain/read-models';
import { rowOutcome, type RowOutcome } from './row-outcome';

/** Keys of `results.headline`. */
export const HEADLINES = [
  'added',
  'addedSoFar',
  'confirmed',
  'alreadyThere',
  'oneMoreStep',
  'declined',
  'cancelledThere',
  'technical',
  'couldNotConfirm',
  'noneAdded',
  'late',
  'waiting',
  'ready',
  'sending',
  'notFinished',
  'notSent',
  'refused',
  'stopped',
  'unknownPush',
  'expired',
  'cancelled',
  'withdrawn',
] as const;
export type HeadlineKey = (typeof HEADLINES)[number];

export interface Headline {
  key: HeadlineKey;
  /** Cards the headline speaks of. */
  count: number;
  /** Key of `results.lead`, with the cards it speaks of. Null where the three ruled lines say it all. */
  lead: { key: string; count: number } | null;
}

type Slip = Pick<EnrollmentView, 'state' | 'late' | 'failure' | 'cards'>;

/** The hand-over was stopped by the bank: nothing the person can finish elsewhere. */
const STOPPED: readonly (string | null)[] = [
  'hostile_uri',
  'no_web_method',
  'signature_missing',
  'signature_invalid',
];

/** A single headline for every state and every mixture of outcomes: who reports what, never more than is known. */
export function headlineOf(slip: Slip): Headline {
  const outcomes = slip.cards.map((card) => rowOutcome(slip, card));
  const all = slip.cards.length;
  const fixed = FIXED[slip.state];
  if (slip.state === 'rejected' && slip.failure !== null && STOPPED.includes(slip.failure))
    return bare('stopped', all);
  if (slip.state === 'consented' && slip.failure !== null) return bare('notSent', all);
  if (slip.state === 'unknown') return bare('unknownPush', all);
  if (slip.state === 'pushed' || slip.state === 'with_token_requestor')
    return whileOpen(slip.state, outcomes);
  // A slip may end before every card is answered: what was answered in time still stands.
  if (slip.state === 'expired' || slip.state === 'cancelled')
    return addedAny(outcomes) ? answered(outcomes) : ended(slip);
  return fixed === undefined ? answered(outcomes) : plain(fixed, all);
}

function ended(slip: Slip): Headline {
  if (slip.late) return plain('late', slip.cards.length);
  if (slip.state === 'expired') return plain('expired', slip.cards.length);
  const there =
    slip.cards.length > 0 &&
    slip.cards.every((card) => card.outcome === 'refused' || card.source === 'browser');
  return plain(there ? 'cancelledThere' : 'cancelled', slip.cards.length);
}

function addedAny(outcomes: readonly RowOutcome[]): boolean {
  return outcomes.includes('approved') || outcomes.includes('confirmed');
}

const FIXED: Partial<Record<EnrollmentState, HeadlineKey>> = {
  draft: 'notFinished',
  consented: 'notFinished',
  pushing: 'sending',
  rejected: 'refused',
  withdrawn: 'withdrawn',
};

function whileOpen(state: 'pushed' | 'with_token_requestor', outcomes: RowOutcome[]): Headline {
  const added = count(outcomes, 'approved') + count(outcomes, 'confirmed');
  const open = count(outcomes, 'pushed') + count(outcomes, 'chosen');
  if (added > 0 && open > 0)
    return { key: 'addedSoFar', count: added, lead: { key: 'addedSoFar', count: open } };
  return plain(state === 'pushed' ? 'ready' : 'waiting', outcomes.length);
}

/** Headlines for outcomes that all cards share. */
const SHARED: Partial<Record<RowOutcome, HeadlineKey>> = {
  duplicate: 'alreadyThere',
  needs_authentication: 'oneMoreStep',
  declined: 'declined',
  cancelled: 'cancelledThere',
  error: 'technical',
  unknown: 'couldNotConfirm',
  expired: 'couldNotConfirm',
  refused: 'refused',
};

function answered(outcomes: RowOutcome[]): Headline {
  const confirmed = count(outcomes, 'confirmed');
  const added = count(outcomes, 'approved');
  const need = needingALook(outcomes);
  const lead = (key: HeadlineKey) =>
    need > 0 ? { key: 'needLook', count: need } : { key, count: outcomes.length };
  if (confirmed > 0 && added === 0) return { key: 'confirmed', count: confirmed, lead: lead('confirmed') };
  if (added > 0) return { key: 'added', count: added + confirmed, lead: lead('added') };
  const first = outcomes[0];
  const shared =
    first !== undefined && outcomes.every((outcome) => outcome === first) ? SHARED[first] : undefined;
  return plain(shared ?? 'noneAdded', outcomes.length);
}

/** Cards for which something is left to do or to know. */
export function needingALook(outcomes: readonly RowOutcome[]): number {
  return outcomes.filter(
    (outcome) => outcome !== 'approved' && outcome !== 'confirmed' && outcome !== 'duplicate',
  ).length;
}

function count(outcomes: readonly RowOutcome[], wanted: RowOutcome): number {
  return outcomes.filter((outcome) => outcome === wanted).length;
}

function plain(key: HeadlineKey, cards: number): Headline {
  return { key, count: cards, lead: { key, count: cards } };
}

function bare(key: HeadlineKey, cards: number): Headline {
  return { key, count: cards, lead: null };
}
