import type { EnrollmentView } from '@/lib/domain/read-models';

export interface Fact {
  key: 'agreed' | 'reported' | 'confirms';
  done: boolean;
  /** Key under `results.facts`, or one of the two that are put together from the slip. */
  detail:
    | 'agreedDetail'
    | 'tally'
    | 'agreedNotYet'
    | 'reportedNotYet'
    | 'reportedNothing'
    | 'reportedNever'
    | 'confirmsNotYet'
    | 'confirmsNothing'
    | 'confirmsDone';
}

/** What three parties have said so far, kept apart (house rules, "The browser's word is a hint"). */
export function factsOf(view: Pick<EnrollmentView, 'state' | 'consentedAt' | 'cards'>): Fact[] {
  const agreed = view.consentedAt !== null;
  const answers = view.cards.filter(
    (card) => card.source === 'browser' || (card.source === 'issuer' && card.outcome === 'approved'),
  );
  const saidAdded = view.cards.some((card) => card.outcome === 'approved' || card.outcome === 'duplicate');
  const confirmed = view.state === 'confirmed';
  const silence = SILENCE[view.state];
  return [
    { key: 'agreed', done: agreed, detail: agreed ? 'agreedDetail' : 'agreedNotYet' },
    {
      key: 'reported',
      done: answers.length > 0,
      detail: answers.length > 0 ? 'tally' : (silence ?? 'reportedNotYet'),
    },
    {
      key: 'confirms',
      done: confirmed,
      detail: confirmed
        ? 'confirmsDone'
        : stillToConfirm(saidAdded, answers.length > 0 || silence !== undefined),
    },
  ];
}

/** Mastercard can only confirm what was reported added; where that is settled otherwise there is nothing to wait for. */
function stillToConfirm(saidAdded: boolean, settled: boolean): Fact['detail'] {
  if (saidAdded) return 'confirmsNotYet';
  return settled ? 'confirmsNothing' : 'agreedNotYet';
}

/** Why nothing was reported, where that is settled. */
const SILENCE: Partial<Record<EnrollmentView['state'], Fact['detail']>> = {
  expired: 'reportedNothing',
  cancelled: 'reportedNever',
  rejected: 'reportedNever',
};
