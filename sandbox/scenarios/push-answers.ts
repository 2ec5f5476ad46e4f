import type { Outcome } from './outcome';
import { ANY_CALL, GOES_ON, stopped, unknown, wholeCall } from './push-row';

/** Answers that are no answers, or say more than they should. */
export const ANSWERS: readonly Outcome[] = [
  wholeCall(
    'html',
    {
      name: 'html',
      code: '601',
      title: 'A web page',
      sentence: 'Status 200 with HTML instead of JSON.',
      portal: unknown('malformed'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'truncated',
    {
      name: 'truncated',
      code: '602',
      title: 'Half an answer',
      sentence: 'Status 200 with JSON that ends in the middle.',
      portal: unknown('malformed'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'empty',
    {
      name: 'empty',
      code: '607',
      title: 'Nothing',
      sentence: 'Status 200 with an empty body.',
      portal: unknown('malformed'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'huge',
    {
      name: 'huge',
      code: '608',
      title: 'Oversized',
      sentence: 'The right answer with two megabytes of filler.',
      portal: unknown('malformed'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'deep-json',
    {
      name: 'deep-json',
      code: '609',
      title: 'Too deep',
      sentence: 'Status 200 with JSON that nests a hundred thousand times.',
      portal: unknown('malformed'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'extra-fields',
    {
      name: 'extra-fields',
      code: '610',
      title: 'New members',
      sentence: 'The right answer with members that nobody knows.',
      portal: GOES_ON,
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'new-enum',
    {
      name: 'new-enum',
      code: '611',
      title: 'New words',
      sentence: 'The right answer with values that no list contains yet.',
      portal: GOES_ON,
    },
    { calls: ['push', 'eligible'] },
  ),
  wholeCall('alien-receipt', {
    name: 'alien-receipt',
    code: '606',
    title: 'Foreign receipt',
    sentence: 'The answer carries a receipt for a card that was never sent.',
    portal: GOES_ON,
  }),
  wholeCall('duplicate-receipt', {
    name: 'duplicate-receipt',
    code: '612',
    title: 'Receipt of an earlier push',
    sentence: 'The first card gets the receipt that another push of the same bank got before.',
    portal: unknown('malformed'),
  }),
  wholeCall('other-response-id', {
    name: 'other-response-id',
    code: '613',
    title: 'Other response id',
    sentence: 'The answer’s `responseId` belongs to another call.',
    portal: GOES_ON,
  }),
  wholeCall('no-web-method', {
    name: 'no-web-method',
    code: '614',
    title: 'No way for a browser',
    sentence: 'The answer knows a way into an app and none for a browser.',
    portal: stopped('no_web_method'),
  }),
  wholeCall('several-methods', {
    name: 'several-methods',
    code: '615',
    title: 'Several ways',
    sentence: 'The answer knows two ways for a browser; the first leads to a stranger.',
    portal: GOES_ON,
  }),
  wholeCall('signature-missing', {
    name: 'signature-missing',
    code: '604',
    title: 'Signature missing',
    sentence: 'Signatures are announced and none is there.',
    portal: unknown('malformed'),
  }),
  wholeCall('signature-tampered', {
    name: 'signature-tampered',
    code: '605',
    title: 'Signature broken',
    sentence: 'The signature does not fit its content.',
    portal: stopped('signature_invalid'),
  }),
  wholeCall('signature-alg-none', {
    name: 'signature-alg-none',
    code: '631',
    title: 'Signature without a signature',
    sentence: 'The header says `alg: none` and the last part is empty.',
    portal: stopped('signature_invalid'),
  }),
  wholeCall('signature-other-key', {
    name: 'signature-other-key',
    code: '632',
    title: 'Signature of another key',
    sentence: 'Signed well, by a key that nobody has published.',
    portal: stopped('signature_invalid'),
  }),
  wholeCall('signature-other-cards', {
    name: 'signature-other-cards',
    code: '633',
    title: 'Signature over other cards',
    sentence: 'Signed well, by the right key, over a receipt that is not in the answer.',
    portal: stopped('signature_invalid'),
  }),
];
