import { describe, expect, it } from 'vitest';
import { sessionStage, untilNextStage } from './session-left';

describe('the end of a session', () => {
  it.each([
    [900, 'quiet'],
    [60.1, 'quiet'],
    [60, 'minute'],
    [31, 'minute'],
    [30, 'half'],
    [1, 'half'],
    [0, 'over'],
    [-5, 'over'],
  ] as const)('with %d seconds left is "%s"', (seconds, stage) => {
    expect(sessionStage(seconds)).toBe(stage);
  });

  it('speaks up exactly twice before it is over, however long the session was', () => {
    for (const length of [3600, 61, 45]) {
      const stages = [];
      let left = length;
      while (sessionStage(left) !== 'over') {
        left -= untilNextStage(left) / 1000;
        stages.push(sessionStage(left));
      }
      expect(stages).toEqual(length > 60 ? ['minute', 'half', 'over'] : ['half', 'over']);
    }
  });

  it('waits for nothing when it is over', () => {
    expect(untilNextStage(0)).toBe(0);
  });
});
