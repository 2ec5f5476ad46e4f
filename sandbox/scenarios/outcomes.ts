import type { FaultName } from '@/sandbox/control/fault-names';
import { readTestCard } from './test-cards';

export type Hop = 'push' | 'hand-over' | 'click-to-pay' | 'return';

/** What the sandbox does with a card; everything it plays is one of these. */
export type Behaviour =
  | {
      readonly kind: 'approved';
      readonly profile: 'new' | 'existing';
      readonly code: boolean;
      readonly twice?: true;
    }
  | { readonly kind: 'result'; readonly word: string; readonly withReference: boolean }
  | { readonly kind: 'no-result' }
  | { readonly kind: 'expired-on-arrival' }
  | { readonly kind: 'item-error'; readonly reasonCode: string; readonly source: 'INPUT' | 'MDES' }
  | {
      readonly kind: 'whole-call';
      readonly fault: FaultName;
      readonly args?: Readonly<Record<string, string | number>>;
      /** The first attempt of a request id fails, the next one passes. */
      readonly oncePerRequest?: true;
    };

export interface Outcome {
  readonly code: string;
  readonly hop: Hop;
  readonly title: string;
  readonly sentence: string;
  readonly behaviour: Behaviour;
}

const whole = (fault: FaultName, args?: Readonly<Record<string, string | number>>): Behaviour =>
  args === undefined ? { kind: 'whole-call', fault } : { kind: 'whole-call', fault, args };

const ADDED: Outcome = {
  code: '000',
  hop: 'click-to-pay',
  title: 'Added',
  sentence: 'A new profile is created without a code and the card is added.',
  behaviour: { kind: 'approved', profile: 'new', code: false },
};

/** The one table of outcomes, by the three digits after the product digit of a test card. */
export const OUTCOMES: readonly Outcome[] = [
  ADDED,
  {
    code: '101',
    hop: 'click-to-pay',
    title: 'Added after a code',
    sentence: 'The profile exists; Click to Pay asks for a one-time code by e-mail or mobile.',
    behaviour: { kind: 'approved', profile: 'existing', code: true },
  },
  {
    code: '102',
    hop: 'click-to-pay',
    title: 'Added to a known profile',
    sentence: 'The profile exists and Click to Pay asks for no code.',
    behaviour: { kind: 'approved', profile: 'existing', code: false },
  },
  {
    code: '201',
    hop: 'click-to-pay',
    title: 'Declined',
    sentence: 'Click to Pay does not take the card (`DECLINED`).',
    behaviour: { kind: 'result', word: 'DECLINED', withReference: false },
  },
  {
    code: '202',
    hop: 'click-to-pay',
    title: 'Already there',
    sentence: 'The card was added before (`DUPLICATE_REQUEST`).',
    behaviour: { kind: 'result', word: 'DUPLICATE_REQUEST', withReference: false },
  },
  {
    code: '203',
    hop: 'click-to-pay',
    title: 'One more step',
    sentence: 'The cardholder has to prove who they are (`REQUIRE_ADDITIONAL_AUTHENTICATION`).',
    behaviour: { kind: 'result', word: 'REQUIRE_ADDITIONAL_AUTHENTICATION', withReference: true },
  },
  {
    code: '204',
    hop: 'click-to-pay',
    title: 'Technical error',
    sentence: 'Click to Pay fails on its own side (`ERROR`).',
    behaviour: { kind: 'result', word: 'ERROR', withReference: false },
  },
  {
    code: '205',
    hop: 'return',
    title: 'No result',
    sentence: 'The browser comes back without a result for the card.',
    behaviour: { kind: 'no-result' },
  },
  {
    code: '206',
    hop: 'hand-over',
    title: 'Expired on arrival',
    sentence: 'The receipt is already too old when Click to Pay opens.',
    behaviour: { kind: 'expired-on-arrival' },
  },
  {
    code: '207',
    hop: 'return',
    title: 'Unknown word',
    sentence: 'The result is a word that no list contains.',
    behaviour: { kind: 'result', word: 'PENDING_REVIEW', withReference: false },
  },
  {
    code: '208',
    hop: 'return',
    title: 'Reported twice',
    sentence: 'Added, and the result stands twice in the address.',
    behaviour: { kind: 'approved', profile: 'new', code: false, twice: true },
  },
  {
    code: '301',
    hop: 'push',
    title: 'Card refused',
    sentence: 'MDES refuses this card as ineligible; the other cards get their receipts.',
    behaviour: { kind: 'item-error', reasonCode: 'ACCOUNT_INELIGIBLE', source: 'INPUT' },
  },
  {
    code: '302',
    hop: 'push',
    title: 'Card failed',
    sentence: 'MDES fails on this card (`INTERNAL_SERVICE_FAILURE`); the others get their receipts.',
    behaviour: { kind: 'item-error', reasonCode: 'INTERNAL_SERVICE_FAILURE', source: 'MDES' },
  },
  {
    code: '400',
    hop: 'push',
    title: 'Call refused',
    sentence: 'Status 200 with `AUTHORIZATION_FAILED` for the whole call.',
    behaviour: whole('payload-error', { reasonCode: 'AUTHORIZATION_FAILED' }),
  },
  {
    code: '401',
    hop: 'push',
    title: 'Gateway says no',
    sentence: 'The gateway answers 401 `DECLINED`.',
    behaviour: whole('gateway-401'),
  },
  {
    code: '403',
    hop: 'push',
    title: 'Gateway knows no such key',
    sentence: 'The gateway answers 403 `AUTHENTICATION_FAILED`.',
    behaviour: whole('gateway-403'),
  },
  {
    code: '429',
    hop: 'push',
    title: 'Too many calls',
    sentence: 'Status 429 with `Retry-After: 2`.',
    behaviour: whole('status-429', { retryAfter: 2 }),
  },
  {
    code: '500',
    hop: 'push',
    title: 'Server error',
    sentence: 'Status 500.',
    behaviour: whole('status-500'),
  },
  {
    code: '503',
    hop: 'push',
    title: 'Busy once',
    sentence: 'Status 503 with `Retry-After: 1` for the first attempt, then fine.',
    behaviour: { kind: 'whole-call', fault: 'status-503', args: { retryAfter: 1 }, oncePerRequest: true },
  },
  {
    code: '504',
    hop: 'push',
    title: 'No answer',
    sentence: 'The call is accepted and never answered.',
    behaviour: whole('stall'),
  },
  {
    code: '601',
    hop: 'push',
    title: 'A web page',
    sentence: 'Status 200 with HTML instead of JSON.',
    behaviour: whole('html'),
  },
  {
    code: '602',
    hop: 'push',
    title: 'Half an answer',
    sentence: 'Status 200 with JSON that ends in the middle.',
    behaviour: whole('truncated'),
  },
  {
    code: '603',
    hop: 'push',
    title: 'Hostile address',
    sentence: 'The answer wants to send the browser to `https://evil.example/provision`.',
    behaviour: whole('hostile-uri'),
  },
  {
    code: '604',
    hop: 'push',
    title: 'Signature missing',
    sentence: 'Signatures are announced and none is there.',
    behaviour: whole('signature-missing'),
  },
  {
    code: '605',
    hop: 'push',
    title: 'Signature broken',
    sentence: 'The signature does not fit its content.',
    behaviour: whole('signature-tampered'),
  },
  {
    code: '606',
    hop: 'push',
    title: 'Foreign receipt',
    sentence: 'The answer carries a receipt for a card that was never sent.',
    behaviour: whole('alien-receipt'),
  },
];

const BY_CODE = new Map(OUTCOMES.map((outcome) => [outcome.code, outcome]));

/** The outcome with these three digits; any other digits play `000`. */
export function outcomeByCode(code: string): Outcome {
  return BY_CODE.get(code) ?? ADDED;
}

/** The outcome a card number stands for; numbers outside the published test cards are simply added. */
export function outcomeOfCard(accountNumber: string): Outcome {
  return outcomeByCode(readTestCard(accountNumber)?.outcomeCode ?? ADDED.code);
}
