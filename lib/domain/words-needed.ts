/**
 * Everything that may come up and therefore needs words: the catalogue test walks these lists, and a screen that is
 * handed something else falls back to `other`. Pure data.
 */

import { ENROLLMENT_EVENTS, type EnrollmentEvent } from './enrollment';

/**
 * Reason codes of Token Connect and of the MDES family.
 *
 * @see spec/token-connect.md 5.2: the first three are documented for Token Connect, the rest may still arrive
 */
export const REASON_CODES = [
  'ACCOUNT_INELIGIBLE',
  'AUTHORIZATION_FAILED',
  'AUTHENTICATION_FAILED',
  'INVALID_FIELD_LENGTH',
  'INVALID_JSON',
  'UNRECOGNIZED_FIELD',
  'MISSING_REQUIRED_FIELD',
  'INVALID_FIELD_FORMAT',
  'INVALID_FIELD_VALUE',
  'CRYPTOGRAPHY_ERROR',
  'INVALID_TOKEN_REQUESTOR',
  'INVALID_ASSET_ID',
  'INTERNAL_SERVICE_FAILURE',
  'NO_RESPONSE_FROM_ISSUER',
  'PAN_INELIGIBLE',
  'PAN_INELIGIBLE_FOR_DEVICE',
  'PAN_PROVISIONING_COUNT_EXCEEDED',
  'DUPLICATE_REQUEST',
  'INVALID_TOKEN_UNIQUE_REFERENCE',
  'INVALID_TOKEN_STATUS',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** The code when there are words for it, else `other`: a partner may invent codes at any time. */
export function reasonWords(reason: string | null): ReasonCode | 'other' {
  return REASON_CODES.find((code) => code === reason) ?? 'other';
}

/** Named failures of a push and of the hand-over that should follow it (house rules, the Token Connect client). */
export const PUSH_FAILURES = [
  'unreachable',
  'timeout',
  'unauthorized',
  'unavailable',
  'malformed',
  'crypto',
  'hostile_uri',
  'no_web_method',
  'signature_missing',
  'signature_invalid',
  'rejected',
] as const;
export type PushFailure = (typeof PUSH_FAILURES)[number];

/** The failure when it is one of ours, else `other`. */
export function failureWords(failure: string): PushFailure | 'other' {
  return PUSH_FAILURES.find((known) => known === failure) ?? 'other';
}

/** Faults that only the page itself notices: an answer that got lost, a device that did not finish. */
export const PAGE_FAULTS = [
  'UNREACHABLE',
  'PASSKEY_CANCELLED',
  'PASSKEY_UNSUPPORTED',
  'PASSKEY_KNOWN',
] as const;
export type PageFault = (typeof PAGE_FAULTS)[number];

/** Faults that say more where the field is known (`<field>_<fault>`) or where tries are counted. */
export const CLOSER_FAULTS = [
  'username_required',
  'password_required',
  'code_six_digits',
  'WRONG_CREDENTIALS_one_left',
  'WRONG_CODE_some_left',
  'WRONG_CODE_none_left',
] as const;

export interface Fault {
  /** One of `APP_ERROR_CODES`, of `PAGE_FAULTS`, or what is amiss with a field. */
  code: string;
  /** Name of the field that it is about. */
  field?: string | undefined;
  triesLeft?: number | undefined;
}

/** Keys of `errors` in the catalogue that may hold the words of a fault, the closest first; after them comes `unknown`. */
export function errorKeys({ code, field, triesLeft }: Fault): string[] {
  const left =
    triesLeft === undefined ? [] : triesLeft === 0 ? ['none'] : triesLeft === 1 ? ['one', 'some'] : ['some'];
  return [
    ...(field === undefined ? [] : [`${field}_${code}`]),
    ...left.map((many) => `${code}_${many}_left`),
    code,
  ];
}

/** Facts a timeline may hold beside the events of the state machine. */
export const EXTRA_TIMELINE_EVENTS = [
  'created',
  'partial_result',
  'late_result',
  'conflicting_result',
] as const;

/** The event when there are words for it, else `other`. */
export function eventWords(
  event: string,
): EnrollmentEvent | (typeof EXTRA_TIMELINE_EVENTS)[number] | 'other' {
  return [...ENROLLMENT_EVENTS, ...EXTRA_TIMELINE_EVENTS].find((known) => known === event) ?? 'other';
}
