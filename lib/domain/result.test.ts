import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_QUERY_LENGTH, parseResults } from './result';

const RECEIPT = 'MCC-C307F0AE-298E-48EB-AA43-A7C40B32DDDE';
const REFERENCE = 'DWSPMC000000000132d72d4fcb2f4136a0532d3093ff1a45';
const one = (value: string) => parseResults(`?results[${RECEIPT}]=${value}`);
const words = [
  'APPROVED',
  'DECLINED',
  'CANCELLED',
  'CANCELED',
  'DUPLICATE_REQUEST',
  'REQUIRE_ADDITIONAL_AUTHENTICATION',
  'ERROR',
  'FAILED',
];

describe('what a browser brings back', () => {
  it('reads the callback of the seed page exactly', () => {
    const search = `?results[${RECEIPT}]=APPROVED|${REFERENCE}`;
    expect(parseResults(search)).toEqual([
      { receipt: RECEIPT, outcome: 'approved', tokenUniqueReference: REFERENCE },
    ]);
    expect(parseResults(new URL(`http://localhost:3000/tokenization-results${search}`).search)).toEqual(
      parseResults(search),
    );
    expect(parseResults(`results%5B${RECEIPT}%5D=APPROVED%7C${REFERENCE}`)).toEqual(parseResults(search));
  });

  it.each([
    ['APPROVED|A1', 'approved', 'A1'],
    ['DECLINED', 'declined', null],
    ['CANCELLED', 'cancelled', null],
    ['CANCELED', 'cancelled', null],
    ['DUPLICATE_REQUEST', 'duplicate', null],
    ['REQUIRE_ADDITIONAL_AUTHENTICATION|A1', 'needs_authentication', 'A1'],
    ['ERROR', 'error', null],
    ['FAILED', 'error', null],
    ['APPROVED|A1|more|segments', 'approved', 'A1'],
  ])('CB-05: %s is %s', (value, outcome, tokenUniqueReference) => {
    expect(one(value)).toEqual([{ receipt: RECEIPT, outcome, tokenUniqueReference }]);
  });

  it.each([
    'approved|A1',
    'Approved|A1',
    ' APPROVED|A1',
    'APPROVED |A1',
    'APPROVED',
    'APPROVED|',
    'APPROVED|A B',
    'APPROVED|<b>',
    `APPROVED|${'A'.repeat(65)}`,
    'APPROVED||A1',
    'PENDING_REVIEW',
    '',
    '|',
    'toString',
    '__proto__',
    'constructor|A1',
  ])('CB-05: %j is unknown, never a success', (value) => {
    expect(one(encodeURIComponent(value))).toMatchObject([{ receipt: RECEIPT, outcome: 'unknown' }]);
  });

  it('CB-05: no other word than the listed ones means anything', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (word) => {
        fc.pre(!words.includes(word.split('|')[0] ?? ''));
        expect(one(encodeURIComponent(word))[0]?.outcome).toBe('unknown');
      }),
      { numRuns: 2_000 },
    );
  });

  it('an equal repetition counts once, a contradiction makes the card unknown and stays so', () => {
    const [a, b] = [`results[${RECEIPT}]=APPROVED|A1`, `results[${RECEIPT}]=DECLINED`];
    expect(parseResults(`${a}&${a}`)).toEqual(parseResults(a));
    const unknown = [{ receipt: RECEIPT, outcome: 'unknown', tokenUniqueReference: null }];
    expect(parseResults(`${a}&${b}`)).toEqual(unknown);
    expect(parseResults(`${a}&${b}&${a}`)).toEqual(unknown);
    expect(parseResults(`${a}&results[${RECEIPT}]=APPROVED|A2`)).toEqual(unknown);
  });

  it.each([
    ['no key', 'results=APPROVED|A1'],
    ['an empty key', 'results[]=APPROVED|A1'],
    ['a nested key', `results[${RECEIPT}][x]=APPROVED|A1`],
    ['a double-encoded key', `results%255B${RECEIPT}%255D=APPROVED|A1`],
    ['a prototype', 'results[__proto__]=APPROVED|A1'],
    ['a key with NUL', `results[${RECEIPT}%00]=APPROVED|A1`],
    ['a key that is too long', `results[${'A'.repeat(65)}]=APPROVED|A1`],
    ['more than twenty receipts', Array.from({ length: 21 }, (_, i) => `results[R${i}]=DECLINED`).join('&')],
    ['more than 8 kB', `results[${RECEIPT}]=APPROVED|A1&x=${'x'.repeat(MAX_QUERY_LENGTH)}`],
    ['nothing', ''],
    ['broken escapes', '%%%=%&results%5=%'],
  ])('CB-06: nothing comes of %s', (_title, query) => {
    expect(parseResults(query)).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('CB-06: never throws, never approves without the exact word, and leaves prototypes alone', () => {
    const token = fc.constantFrom(
      'results',
      '[',
      ']',
      '=',
      '&',
      '|',
      '?',
      '%5B',
      '%5D',
      '%7C',
      '%00',
      '%',
      '+',
      '#',
      ';',
      '__proto__',
      'constructor',
      'APPROVED',
      'DECLINED',
      RECEIPT,
      REFERENCE,
      'a',
      '\u0000',
      '\ud800',
      '🙂',
    );
    const query = fc.oneof(
      fc.array(token, { maxLength: 40 }).map((parts) => parts.join('')),
      fc.string({ maxLength: 300 }),
    );
    fc.assert(
      fc.property(query, (text) => {
        const results = parseResults(text);
        expect(results.length).toBeLessThanOrEqual(20);
        for (const { receipt, outcome, tokenUniqueReference } of results) {
          expect(receipt).toMatch(/^[A-Za-z0-9-]{1,64}$/);
          if (outcome === 'approved') expect(tokenUniqueReference).toMatch(/^[A-Za-z0-9]{1,64}$/);
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });
});
