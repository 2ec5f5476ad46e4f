import { describe, expect, it } from 'vitest';
import { outcomeOfCard, OUTCOMES } from './outcomes';
import { outcomesTable } from './outcomes-table';
import { passesLuhn, readTestCard, testCardNumber } from './test-cards';

describe('the table of outcomes', () => {
  it('gives every published code its own outcome, and everything else is added', () => {
    const codes = OUTCOMES.flatMap(({ code }) => code ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(OUTCOMES.map(({ name }) => name)).size).toBe(OUTCOMES.length);
    for (const code of codes) expect(outcomeOfCard(testCardNumber('3', code, 99_999)).code).toBe(code);
    expect(outcomeOfCard(testCardNumber('0', '777', 5)).code).toBe('000');
    expect(outcomeOfCard('5186001700008785').code).toBe('000');
  });

  it('prints one row per outcome, with an example that plays it', () => {
    const rows = outcomesTable()
      .split('\n')
      .filter((line) => /^\| `\d{3}`/.test(line));
    expect(rows).toHaveLength(OUTCOMES.filter(({ code }) => code !== undefined).length);
    for (const row of rows) {
      const [, code = '', example = ''] = /^\| `(\d{3})` \| `(\d{16})`/.exec(row) ?? [];
      expect(outcomeOfCard(example).code).toBe(code);
      expect(passesLuhn(example)).toBe(true);
    }
  });

  it('reads only published numbers as test cards', () => {
    expect(readTestCard(testCardNumber('2', '101', 3))).toEqual({ product: '2', outcomeCode: '101' });
    expect(readTestCard('5123456789012346')).toBeUndefined();
  });
});
