import { describe, expect, it } from 'vitest';
import { CARD_OUTCOMES, ENROLLMENT_STATES } from '@/lib/domain/enrollment';
import journey from '@/messages/en/journey.json';
import { rowStatus } from './row-status';

describe('rowStatus', () => {
  it('has a word for every state and every pair of outcomes', () => {
    for (const state of ENROLLMENT_STATES)
      for (const a of CARD_OUTCOMES)
        for (const b of CARD_OUTCOMES)
          expect(journey.states).toHaveProperty(rowStatus({ state, outcomes: [a, b] }).key);
  });

  it('never looks like success while a card needs a look', () => {
    for (const other of [
      'declined',
      'refused',
      'cancelled',
      'error',
      'unknown',
      'needs_authentication',
      'pushed',
    ] as const)
      expect(rowStatus({ state: 'reported', outcomes: ['approved', other] })).toEqual({
        look: 'needs_authentication',
        key: 'needLook',
        count: 1,
      });
  });

  it('tells reported from already there, and shows what was added before a slip expired', () => {
    expect(rowStatus({ state: 'reported', outcomes: ['approved', 'duplicate'] }).key).toBe('reportedAdded');
    expect(rowStatus({ state: 'reported', outcomes: ['duplicate'] }).key).toBe('alreadyThere');
    expect(rowStatus({ state: 'expired', outcomes: ['approved', 'pushed'] }).key).toBe('needLook');
    expect(rowStatus({ state: 'expired', outcomes: ['pushed'] })).toEqual({
      look: 'expired',
      key: 'expired',
      count: 1,
    });
  });
});
