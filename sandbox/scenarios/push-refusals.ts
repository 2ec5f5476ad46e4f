import type { Outcome } from './outcome';
import { ANY_CALL, GOES_ON, notSent, refused, unknown, wholeCall } from './push-row';

/** One card of several (spec 5.3). */
export const CARD_REFUSALS: readonly Outcome[] = [
  {
    name: 'card-ineligible',
    code: '301',
    hop: 'push',
    title: 'Card refused',
    sentence: 'MDES refuses this card as ineligible; the other cards get their receipts.',
    behaviour: { kind: 'item-error', reasonCode: 'ACCOUNT_INELIGIBLE', source: 'INPUT' },
    portal: refused(),
  },
  {
    name: 'card-failed',
    code: '302',
    hop: 'push',
    title: 'Card failed',
    sentence: 'MDES fails on this card (`INTERNAL_SERVICE_FAILURE`); the others get their receipts.',
    behaviour: { kind: 'item-error', reasonCode: 'INTERNAL_SERVICE_FAILURE', source: 'MDES' },
    portal: refused(),
  },
  wholeCall('item-missing', {
    name: 'item-missing',
    code: '303',
    title: 'Card forgotten',
    sentence: 'The answer does not mention the first card at all.',
    portal: unknown('malformed'),
  }),
  wholeCall('item-empty', {
    name: 'item-empty',
    code: '304',
    title: 'Neither receipt nor error',
    sentence: 'The answer mentions the first card and says nothing about it.',
    portal: unknown('malformed'),
  }),
];

/** A refusal of the whole call: by MDES (spec 5) or by the gateway before it (spec 2.1). */
export const CALL_REFUSALS: readonly Outcome[] = [
  wholeCall(
    'payload-error',
    {
      name: 'payload-error',
      code: '400',
      title: 'Call refused',
      sentence: 'Status 200 with `AUTHORIZATION_FAILED` for the whole call.',
      args: { reasonCode: 'the reason', source: '`INPUT` or `MDES`', description: 'its words' },
      portal: notSent('unauthorized'),
    },
    { with: { reasonCode: 'AUTHORIZATION_FAILED' }, calls: ANY_CALL },
  ),
  wholeCall(
    'payload-error',
    {
      name: 'call-ineligible',
      code: '411',
      title: 'No card is eligible',
      sentence: 'Status 200 with `ACCOUNT_INELIGIBLE` for the whole call.',
      portal: refused(),
    },
    { with: { reasonCode: 'ACCOUNT_INELIGIBLE', source: 'INPUT', description: 'Account Ineligible' } },
  ),
  wholeCall(
    'payload-error',
    {
      name: 'call-invalid-field',
      code: '412',
      title: 'Field refused',
      sentence: 'Status 200 with `INVALID_FIELD_LENGTH` for the whole call.',
      portal: refused(),
    },
    {
      with: {
        reasonCode: 'INVALID_FIELD_LENGTH',
        source: 'INPUT',
        description: 'Invalid Field Length - accountHolderName',
      },
    },
  ),
  wholeCall(
    'payload-error',
    {
      name: 'call-failed',
      code: '413',
      title: 'MDES fails',
      sentence: 'Status 200 with `INTERNAL_SERVICE_FAILURE` for the whole call.',
      portal: refused(),
    },
    { with: { reasonCode: 'INTERNAL_SERVICE_FAILURE', description: 'Internal Service Failure' } },
  ),
  wholeCall(
    'payload-error',
    {
      name: 'call-undecryptable',
      code: '414',
      title: 'Not decryptable',
      sentence: 'Status 200 with `CRYPTOGRAPHY_ERROR`, as if the certificate were the wrong one.',
      portal: notSent('crypto'),
    },
    { with: { reasonCode: 'CRYPTOGRAPHY_ERROR', source: 'INPUT', description: 'Cryptography Error' } },
  ),
  wholeCall('error-wrapper', {
    name: 'error-wrapper',
    code: '415',
    title: 'Errors with status 400',
    sentence: 'Status 400 with the errors of MDES in the body (`ErrorWrapper`).',
    portal: refused(),
  }),
  wholeCall(
    'gateway-401',
    {
      name: 'gateway-401',
      code: '401',
      title: 'Gateway says no',
      sentence: 'The gateway answers 401 `DECLINED`.',
      args: { recoverable: '`true` or `false`' },
      portal: notSent('unauthorized'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'gateway-401',
    {
      name: 'gateway-401-recoverable',
      code: '402',
      title: 'Gateway says no, recoverable',
      sentence: 'The gateway answers 401 `DECLINED` and calls it recoverable.',
      portal: notSent('unauthorized'),
    },
    { with: { recoverable: 'true' }, calls: ANY_CALL },
  ),
  wholeCall(
    'gateway-403',
    {
      name: 'gateway-403',
      code: '403',
      title: 'Gateway knows no such key',
      sentence: 'The gateway answers 403 `AUTHENTICATION_FAILED`, as for a key that was revoked.',
      args: { recoverable: '`true` or `false`' },
      portal: notSent('unauthorized'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'gateway-one-error',
    {
      name: 'gateway-one-error',
      code: '405',
      title: 'Gateway, other shape',
      sentence: 'The gateway answers 401 with `Errors.Error` as one object instead of a list.',
      portal: notSent('unauthorized'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'clock-skew',
    {
      name: 'clock-skew',
      code: '406',
      title: 'Clocks apart',
      sentence:
        'The gateway answers 401 and its `Date` is 200 seconds ahead, until the client signs with that time.',
      args: { seconds: 'how far the gateway is ahead, 61 to 299' },
      portal: GOES_ON,
    },
    { with: { seconds: 200 }, calls: ANY_CALL },
  ),
  wholeCall(
    'redirect',
    {
      name: 'redirect',
      code: '407',
      title: 'Redirect',
      sentence: 'Status 307 to another host, which nobody may follow.',
      portal: unknown('malformed'),
    },
    { calls: ANY_CALL },
  ),
];
