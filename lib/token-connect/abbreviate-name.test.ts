import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abbreviateName } from './abbreviate-name';

describe('a name on the wire', () => {
  it.each([
    ['Ada Lovelace', 'Ada Lovelace'],
    ['  Ada   Lovelace ', 'Ada Lovelace'],
    ['Johann Wolfgang Amadeus Mozart', 'Johann W A Mozart'],
    ['Wilhelmina Carolina Anna Henriette Vandenberghe', 'Wilhelmina Vandenberghe'],
    ['Maximiliana Wolfeschlegelsteinhaus', 'M Wolfeschlegelsteinhaus'],
    ['Ana Wolfeschlegelsteinhausenbergerdorff', 'A Wolfeschlegelsteinhausenb'],
    ['Wolfeschlegelsteinhausenbergerdorff', 'Wolfeschlegelsteinhausenber'],
    ['', ''],
  ])('%j becomes %j', (name, expected) => expect(abbreviateName(name)).toBe(expected));

  it('is never longer than 27, never cut through a character, and never empty when it was not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        const short = abbreviateName(name);
        expect(short.length).toBeLessThanOrEqual(27);
        expect(() => encodeURIComponent(short)).not.toThrow();
        expect(short === '').toBe(name.trim() === '');
      }),
    );
  });
});
