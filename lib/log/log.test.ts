import { describe, expect, it } from 'vitest';
import { collectLogLines } from '@/lib/testing/log-lines';
import { log, type LogFields } from './log';

const lines = collectLogLines();
const written = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a log line', () => {
  it('is one line of JSON with UTC time, level, event and the allowed fields', () => {
    log.warn('push.failed', { enrollmentId: 'e', outcome: 'timeout', attempts: 2 });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trim().split('\n')).toHaveLength(1);
    expect(written()[0]).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      msg: 'push.failed',
      enrollmentId: 'e',
      outcome: 'timeout',
      attempts: 2,
    });
  });

  it('OP-04: drops a field that nobody allowed, and a value that is neither text nor number', () => {
    const fields = { outcome: 'ok', pan: '5123450000044113', email: 'a@b.example', count: { n: 1 } };
    log.error('x', fields as unknown as LogFields);
    expect(Object.keys(written()[0] ?? {}).sort()).toEqual(['level', 'msg', 'outcome', 'time']);
  });

  it.each([
    ['5123450000044113', '[digits]'],
    ['5123 4500 0004 4113', '[digits]'],
    ['5123-4500-0004-4113', '[digits]'],
    ['card 5123450000044113 refused', 'card [digits] refused'],
    ['+44 7700900111', '+[digits]'],
    ['a\nb\r\u001b[31m\u2028c', 'a?b??[31m?c'],
    ['x'.repeat(500), 'x'.repeat(120)],
    ['ACCOUNT_INELIGIBLE', 'ACCOUNT_INELIGIBLE'],
    ['7K2M-94QD', '7K2M-94QD'],
    ['2346-7892', '2346-7892'],
  ])('PD-06: says %j as %j', (value, clean) => {
    log.info('x', { reasonCode: value });
    expect(written()[0]?.['reasonCode']).toBe(clean);
  });

  it.each(['a9783722-d80f-4ea5-9929-123456789012', '34250000000004f65d7c6e2a94fdf0f5'])(
    'keeps request id %s whole, digits and all: it is what Mastercard is asked about',
    (requestId) => {
      log.info('x', { requestId });
      expect(written()[0]?.['requestId']).toBe(requestId);
    },
  );
});
