import { format, inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidPanError, Pan } from './pan';

function withCheckDigit(digits: string): string {
  for (let check = 0; check <= 9; check++) {
    const sum = [...`${digits}${check}`].reverse().reduce((total, character, i) => {
      const value = Number(character) * (i % 2 === 1 ? 2 : 1);
      return total + Math.floor(value / 10) + (value % 10);
    }, 0);
    if (sum % 10 === 0) return `${digits}${check}`;
  }
  throw new Error('unreachable');
}

const pans = fc.stringMatching(/^[0-9]{8,18}$/).map(withCheckDigit);

describe('PD-05: a card number cannot be printed by accident', () => {
  it('yields its mask, never its digits, through every implicit way out', () => {
    fc.assert(
      fc.property(pans, (digits) => {
        const pan = Pan.parse(digits);
        const nested = { list: [pan], map: new Map([['pan', pan]]) };
        const ways = [
          String(pan),
          `${pan}`,
          'x' + pan,
          JSON.stringify(pan),
          JSON.stringify(nested),
          inspect(pan),
          inspect(nested, { depth: null, showHidden: true }),
          format('%s %o %O %j', pan, pan, pan, pan),
          new Error(`${pan}`).message,
          JSON.stringify({ ...pan }),
          inspect(structuredClone(pan)),
          Object.entries(pan).join(),
        ];
        for (const way of ways) expect(way).not.toContain(digits);
        expect(String(pan)).toBe(`••••••••••••${digits.slice(-4)}`);
        expect(pan.last4).toBe(digits.slice(-4));
        expect(pan.reveal()).toBe(digits);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses one wrong digit anywhere, and does not repeat the number in the refusal', () => {
    fc.assert(
      fc.property(pans, fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const i = at % digits.length;
        const wrong = digits.slice(0, i) + ((Number(digits[i]) + by) % 10) + digits.slice(i + 1);
        expect(() => Pan.parse(wrong)).toThrow(InvalidPanError);
        try {
          Pan.parse(wrong);
        } catch (error) {
          expect(inspect(error)).not.toContain(wrong);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    '',
    '12345674',
    '00000000000000000000',
    '5204 7400 0990 0014',
    '520474000990001x',
    '५२०४७४०००९९०००१४',
  ])('refuses what is not 9 to 19 digits: %j', (text) =>
    expect(() => Pan.parse(text)).toThrow(InvalidPanError),
  );
});
