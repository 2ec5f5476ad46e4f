import { describe, expect, it } from 'vitest';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import { maskJson, maskText } from './mask';

const CARD = testCardNumber('1', '000', 12);

describe('masking', () => {
  it('leaves the last four digits of a card number, in text and in JSON', () => {
    expect(maskText(`card ${CARD}.`)).toBe(`card ••••••••••••${CARD.slice(-4)}.`);
    expect(maskJson([{ cardAccountData: { accountNumber: CARD, expiryMonth: '12' } }])).toEqual([
      { cardAccountData: { accountNumber: `••••••••••••${CARD.slice(-4)}`, expiryMonth: '12' } },
    ]);
  });

  it('masks a named number even when its check digit is wrong, and in text that is no JSON', () => {
    expect(maskText('{"accountNumber": "5123456789012345", "x')).toBe(
      '{"accountNumber": "••••••••••••2345", "x',
    );
    expect(maskJson({ accountNumber: 5123456789012345 })).toEqual({ accountNumber: '••••••••••••2345' });
  });

  it('finds a number behind escapes, however often they were escaped', () => {
    for (const before of ['q=', '%3D', '%253D', '%20', '%2520', '%252520', '\u00a0']) {
      expect(maskText(`${before}${CARD}`)).not.toContain(CARD.slice(0, 12));
      expect(maskText(`${before}${CARD}%26next`)).not.toContain(CARD.slice(0, 12));
    }
  });

  it('leaves ciphertext, identifiers and starts of account ranges alone', () => {
    const hex = `ab${CARD}cd`;
    expect(maskText(hex)).toBe(hex);
    expect(maskText('5123450000000000000')).toBe('5123450000000000000');
    expect(maskText('trid 50123197928')).toBe('trid 50123197928');
  });
});
