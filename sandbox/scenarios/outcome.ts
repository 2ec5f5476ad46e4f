import type { FaultName } from '@/sandbox/control/fault-names';

/** Where on the way an outcome happens. */
export const HOPS = ['eligibility', 'logo', 'push', 'hand-over', 'click-to-pay', 'return'] as const;
export type Hop = (typeof HOPS)[number];

/** The calls of Token Connect in which a fault can be played. */
export const CALLS = ['eligible', 'asset', 'push'] as const;
export type Call = (typeof CALLS)[number];

export type Args = Readonly<Record<string, string | number>>;

/** How the browser lies to the bank on its way back; the card itself is added. */
export type Lie =
  | 'foreign-reference'
  | 'malformed-reference'
  | 'no-reference'
  | 'declined'
  | 'contradictory'
  | 'late'
  | 'forged-receipt'
  | 'polluted'
  | 'raw'
  | 'no-way-back';

/** What the sandbox does with a card or a call; everything it plays is one of these. */
export type Behaviour =
  | {
      readonly kind: 'approved';
      readonly profile: 'new' | 'existing';
      readonly code: boolean;
      readonly twice?: true;
    }
  | { readonly kind: 'result'; readonly word: string; readonly withReference: boolean }
  | { readonly kind: 'no-result' }
  | { readonly kind: 'lie'; readonly lie: Lie }
  | { readonly kind: 'expired-on-arrival' }
  | { readonly kind: 'item-error'; readonly reasonCode: string; readonly source: 'INPUT' | 'MDES' }
  | {
      readonly kind: 'whole-call';
      readonly fault: FaultName;
      readonly args?: Args;
      /** The first attempt of a request id fails, the next one passes. */
      readonly oncePerRequest?: true;
      /** A repeated request id gets the receipts of its first attempt again (fault matrix F21); without it, new ones (F22). */
      readonly sameReceipts?: true;
    };

/** What the bank's portal makes of it, for one card on its own: keys of its state machine and of its catalogue. */
export interface PortalShows {
  /** State of the enrollment, outcome of the card, named failure of the push. */
  readonly state: string;
  readonly card: string;
  readonly failure?: string;
  /** Key of the headline of the results page. */
  readonly headline: string;
}

export interface Outcome {
  /** Its name in the control API. */
  readonly name: string;
  readonly hop: Hop;
  /** Three digits of the test card that plays it; absent before the push, where no card number is known yet. */
  readonly code?: string;
  readonly title: string;
  readonly sentence: string;
  readonly behaviour: Behaviour;
  /** Calls in which it can be ordered; the first one is meant when the order names none. */
  readonly calls?: readonly [Call, ...Call[]];
  /** Names of what can be set with the order, each with what it means. */
  readonly args?: Readonly<Record<string, string>>;
  /** Absent where the portal's answer is no enrollment: eligibility and logos. */
  readonly portal?: PortalShows;
}
