import { describe, expect, it } from 'vitest';
import { pollInterval } from './poll-interval';

describe('pollInterval', () => {
  it('asks every four seconds, then every fifteen after a minute', () => {
    expect([
      pollInterval('with_token_requestor', 0),
      pollInterval('pushed', 59_999),
      pollInterval('pushing', 60_000),
    ]).toEqual([4_000, 4_000, 15_000]);
  });

  it.each([
    'reported',
    'confirmed',
    'rejected',
    'cancelled',
    'withdrawn',
    'expired',
    'unknown',
    'draft',
    'gone',
  ] as const)('stops when %s', (state) => {
    expect(pollInterval(state, 0)).toBe(false);
  });
});
