/** Faults that stand in for the whole answer. */
export const REPLACING_FAULTS = [
  'status-429',
  'status-500',
  'status-502',
  'status-503',
  'gateway-401',
  'gateway-403',
  'payload-error',
  'stall',
  'html',
  'empty',
  'reset',
] as const;

/** Faults that change an answer which is otherwise right. */
export const TWISTING_FAULTS = [
  'truncated',
  'delay',
  'extra-fields',
  'hostile-uri',
  'no-web-method',
  'signature-missing',
  'signature-tampered',
  'alien-receipt',
  'empty-list',
  'many-requestors',
  'hostile-svg',
  'wrong-media-type',
  'huge',
] as const;

export type ReplacingFault = (typeof REPLACING_FAULTS)[number];
export type TwistingFault = (typeof TWISTING_FAULTS)[number];
export type FaultName = ReplacingFault | TwistingFault;
export const FAULT_NAMES: readonly FaultName[] = [...REPLACING_FAULTS, ...TWISTING_FAULTS];
