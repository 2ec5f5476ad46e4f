import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { config } from '@/lib/config/env';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { keyedHash, keyId, randomId, seal, sha256, unseal } from './seal';

beforeAll(() => setEnvironment());

/** Seals with another data key for the time of the work. */
function withOtherKey<T>(work: () => T): T {
  const { dataKey } = config();
  const original = Buffer.from(dataKey);
  dataKey.fill(9);
  try {
    return work();
  } finally {
    original.copy(dataKey);
  }
}

describe('PD-01: a sealed value', () => {
  it('opens where it was sealed, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        expect(unseal(seal(plain, 'cards.pan_sealed:a'), 'cards.pan_sealed:a')).toBe(plain);
      }),
      { numRuns: 200 },
    );
  });

  it('opens in no other row, column or table', () => {
    const sealed = seal('5123450000044113', 'cards.pan_sealed:a');
    for (const place of ['cards.pan_sealed:b', 'cards.name:a', 'parked_returns.query_sealed:a', ''])
      expect(() => unseal(sealed, place)).toThrow();
  });

  it('opens with no other key, whose id differs', () => {
    const sealed = seal('secret', 'a');
    const id = keyId();
    withOtherKey(() => {
      expect(keyId()).not.toBe(id);
      expect(() => unseal(sealed, 'a')).toThrow();
    });
    expect(unseal(sealed, 'a')).toBe('secret');
  });

  it('does not survive one flipped bit, or a missing end', () => {
    const sealed = seal('secret', 'a');
    for (let i = 0; i < sealed.length; i += 1) {
      const spoilt = Buffer.from(sealed);
      spoilt[i] = (spoilt[i] ?? 0) ^ 1;
      expect(() => unseal(spoilt, 'a')).toThrow();
      expect(() => unseal(sealed.subarray(0, i), 'a')).toThrow();
    }
  });

  it('is another one each time, and shows nothing of what it holds', () => {
    const [one, two] = [seal('5123450000044113', 'a'), seal('5123450000044113', 'a')];
    expect(one.equals(two)).toBe(false);
    expect(one.toString('latin1')).not.toContain('5123450000044113');
  });
});

describe('hashes and ids', () => {
  it('keyed hashes are equal for equal values, differ by use and by key, and hide the value', () => {
    expect(keyedHash('pan', '5123450000044113')).toBe(keyedHash('pan', '5123450000044113'));
    expect(keyedHash('pan', '5123450000044113')).not.toBe(keyedHash('code', '5123450000044113'));
    expect(keyedHash('pan', '5123450000044113')).not.toBe(sha256('5123450000044113'));
    const here = keyedHash('pan', '1');
    withOtherKey(() => expect(keyedHash('pan', '1')).not.toBe(here));
  });

  it('ids have 192 random bits and fit into a path', () => {
    const ids = new Set(Array.from({ length: 1_000 }, randomId));
    expect(ids.size).toBe(1_000);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{32}$/);
  });
});
