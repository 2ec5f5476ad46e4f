import type { Outcome } from './outcome';
import { ANY_CALL, GOES_ON, notSent, unknown, wholeCall } from './push-row';

const RETRY_AFTER = { retryAfter: 'seconds in `Retry-After`' };

/** Servers and networks in trouble. */
export const WEATHER: readonly Outcome[] = [
  wholeCall(
    'status-429',
    {
      name: 'status-429',
      code: '429',
      title: 'Too many calls',
      sentence: 'Status 429 with `Retry-After: 2`.',
      args: RETRY_AFTER,
      portal: notSent('unavailable'),
    },
    { with: { retryAfter: 2 }, calls: ANY_CALL },
  ),
  wholeCall(
    'status-429',
    {
      name: 'status-429-long',
      code: '430',
      title: 'Too many calls, come back later',
      sentence: 'Status 429 with `Retry-After: 120`.',
      portal: notSent('unavailable'),
    },
    { with: { retryAfter: 120 }, calls: ANY_CALL },
  ),
  wholeCall(
    'status-500',
    {
      name: 'status-500',
      code: '500',
      title: 'Server error',
      sentence: 'Status 500.',
      portal: unknown('unavailable'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'status-502',
    {
      name: 'status-502',
      code: '502',
      title: 'Bad gateway',
      sentence: 'Status 502.',
      portal: unknown('unavailable'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'status-503',
    {
      name: 'busy-once',
      code: '503',
      title: 'Busy once',
      sentence: 'Status 503 with `Retry-After: 1` for the first attempt, then fine.',
      portal: GOES_ON,
    },
    { with: { retryAfter: 1 }, once: true },
  ),
  wholeCall(
    'status-503',
    {
      name: 'status-503',
      code: '505',
      title: 'Out of service',
      sentence: 'Status 503 with `Retry-After: 60`.',
      args: RETRY_AFTER,
      portal: unknown('unavailable'),
    },
    { with: { retryAfter: 60 }, calls: ANY_CALL },
  ),
  wholeCall(
    'status-504',
    {
      name: 'status-504',
      code: '506',
      title: 'Gateway timeout',
      sentence: 'Status 504 at once.',
      portal: unknown('unavailable'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'stall',
    {
      name: 'stall',
      code: '504',
      title: 'No answer',
      sentence: 'The call is accepted and never answered.',
      portal: unknown('timeout'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'drip',
    {
      name: 'drip',
      code: '511',
      title: 'Drip',
      sentence: 'The right answer, one byte a second.',
      args: { msPerByte: 'milliseconds between two bytes' },
      portal: unknown('timeout'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'delay',
    {
      name: 'late-answer',
      code: '515',
      title: 'Answer too late',
      sentence: 'The right answer after 20 seconds: longer than anybody waits.',
      portal: unknown('timeout'),
    },
    { with: { ms: 20_000 }, calls: ANY_CALL },
  ),
  wholeCall(
    'delay',
    {
      name: 'delay',
      code: '516',
      title: 'Slow',
      sentence: 'The right answer after 1.5 seconds.',
      args: { ms: 'milliseconds' },
      portal: GOES_ON,
    },
    { with: { ms: 1_500 }, calls: ANY_CALL },
  ),
  wholeCall(
    'reset-before',
    {
      name: 'reset-before',
      code: '512',
      title: 'Cut before the work',
      sentence: 'The connection is reset before anything was done.',
      portal: unknown('timeout'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'reset-after',
    {
      name: 'reset-after',
      code: '513',
      title: 'Cut after the work',
      sentence: 'MDES has made its receipts; the connection is reset before the answer.',
      portal: unknown('timeout'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'reset-mid-body',
    {
      name: 'reset-mid-body',
      code: '514',
      title: 'Cut in the answer',
      sentence: 'The connection is reset in the middle of the answer.',
      portal: unknown('timeout'),
    },
    { calls: ANY_CALL },
  ),
  wholeCall(
    'truncated',
    {
      name: 'lost-then-same-receipts',
      code: '641',
      title: 'Lost, then the same receipts',
      sentence: 'Half an answer; the repeated call gets the receipts of the first one again.',
      portal: unknown('malformed'),
    },
    { once: true, sameReceipts: true },
  ),
  wholeCall(
    'truncated',
    {
      name: 'lost-then-new-receipts',
      code: '642',
      title: 'Lost, then new receipts',
      sentence: 'Half an answer; the repeated call gets new receipts.',
      portal: unknown('malformed'),
    },
    { once: true },
  ),
];
