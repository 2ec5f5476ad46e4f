/** Faults that stand in for the whole answer: nothing happens behind them, no receipt is made. */
export const REPLACING_FAULTS = [
  'status-429',
  'status-500',
  'status-502',
  'status-503',
  'status-504',
  'gateway-401',
  'gateway-403',
  'gateway-one-error',
  'clock-skew',
  'payload-error',
  'error-wrapper',
  'not-found',
  'redirect',
  'stall',
  'html',
  'empty',
  'deep-json',
  'reset-before',
] as const;

/** Faults that change an answer which is otherwise right, or the way it travels: behind them the work is done. */
export const TWISTING_FAULTS = [
  'truncated',
  'delay',
  'drip',
  'reset-after',
  'reset-mid-body',
  'extra-fields',
  'new-enum',
  'item-missing',
  'item-empty',
  'other-response-id',
  'hostile-uri',
  'no-web-method',
  'several-methods',
  'signature-missing',
  'signature-tampered',
  'signature-alg-none',
  'signature-other-key',
  'signature-other-cards',
  'alien-receipt',
  'duplicate-receipt',
  'empty-list',
  'no-click-to-pay',
  'many-requestors',
  'hostile-names',
  'hostile-svg',
  'wrong-media-type',
  'no-media',
  'huge',
] as const;

export type ReplacingFault = (typeof REPLACING_FAULTS)[number];
export type TwistingFault = (typeof TWISTING_FAULTS)[number];
export type FaultName = ReplacingFault | TwistingFault;
