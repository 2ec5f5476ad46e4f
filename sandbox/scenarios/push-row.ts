import type { FaultName } from '@/sandbox/control/fault-names';
import type { Args, Behaviour, Call, Outcome, PortalShows } from './outcome';

type Calls = readonly [Call, ...Call[]];
export const ANY_CALL: Calls = ['push', 'eligible', 'asset'];

/** MDES refused every card. */
export const refused = (headline = 'refused', failure = 'rejected'): PortalShows => ({
  state: 'rejected',
  card: 'refused',
  failure,
  headline,
});
/** Nothing can have happened: the same consent tries again. */
export const notSent = (failure: string): PortalShows => ({
  state: 'consented',
  card: 'chosen',
  failure,
  headline: 'notSent',
});
/** It may have happened: pushed again with the same request id. */
export const unknown = (failure: string): PortalShows => ({
  state: 'unknown',
  card: 'chosen',
  failure,
  headline: 'unknownPush',
});
/** The bank does not trust the way that it was shown. */
export const stopped = (failure: string): PortalShows => refused('stopped', failure);
/** The bank goes on as if nothing had happened. */
export const GOES_ON: PortalShows = { state: 'reported', card: 'approved', headline: 'added' };

type Row = Omit<Outcome, 'hop' | 'behaviour' | 'calls'> & { readonly code: string };
interface More {
  readonly with?: Args;
  readonly calls?: Calls;
  readonly once?: true;
  readonly sameReceipts?: true;
}

/** A row whose fault spoils a whole call; a push, unless more calls are named. */
export function wholeCall(fault: FaultName, row: Row, more: More = {}): Outcome {
  const behaviour: Behaviour = {
    kind: 'whole-call',
    fault,
    ...(more.with && { args: more.with }),
    ...(more.once && { oncePerRequest: more.once }),
    ...(more.sameReceipts && { sameReceipts: more.sameReceipts }),
  };
  return { hop: 'push', behaviour, calls: more.calls ?? ['push'], ...row };
}
