import { describe, expect, it } from 'vitest';
import { announcementAt } from './use-countdown';

describe('announcementAt', () => {
  it('changes its words only each minute, at thirty seconds and at the end', () => {
    const said: string[] = [];
    for (let left = 272; left >= 0; left -= 1) {
      const words = JSON.stringify(announcementAt(left));
      if (said.at(-1) !== words) said.push(words);
    }
    expect(said).toEqual([
      '{"key":"minutesLeft","minutes":4}',
      '{"key":"minutesLeft","minutes":3}',
      '{"key":"minutesLeft","minutes":2}',
      '{"key":"minutesLeft","minutes":1}',
      '{"key":"halfMinute"}',
      '{"key":"ended"}',
    ]);
  });

  it('never promises more time than there is', () => {
    for (let left = 60; left < 900; left += 1) {
      const said = announcementAt(left);
      expect(said.key === 'minutesLeft' && said.minutes * 60 <= left).toBe(true);
    }
  });
});
