import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeNextPath } from './next-path';

const HOSTILE: unknown[] = [
  'https://evil.example',
  'https:evil.example',
  'https:/evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\nLocation: https://evil.example',
  ' //evil.example',
  '\u0000/cards',
  '/cards\u0000',
  '/cards\u2028',
  '/../..//evil.example',
  '/.//evil.example',
  '/cards/..//evil.example',
  '/%2e%2e//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'cards',
  'evil.example',
  '@evil.example',
  '/login',
  '/login?next=/cards',
  '/login/provider?next=/cards',
  '/login/callback?code=x',
  '/api/auth/signout',
  '/api/auth/../auth/signout',
  '/cards/../api/auth/signout',
  `/${'a'.repeat(600)}`,
  '/caf\u00e9',
  '',
  undefined,
  null,
  ['/cards'],
  { toString: () => '/cards' },
];

describe('AU-13: where a sign-in leads', () => {
  it.each(HOSTILE.map((value) => [value]))('goes home for %j', (value) => {
    expect(safeNextPath(value)).toBe('/cards');
  });

  it.each([
    '/activity',
    '/enroll/abc/review?problem=STALE',
    '/tokenization-results/parked',
    '/cards/%2f%2fevil.example',
  ])('goes on to %s', (path) => {
    expect(safeNextPath(path)).toBe(path);
  });

  it('stays on this origin for whatever a browser makes of it', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      ':',
      '@',
      'evil.example',
      '%2f',
      '%5c',
      '\t',
      '?',
      '#',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const url = new URL(safeNextPath(pieces.join('')), 'https://bank.example');
        expect(url.origin).toBe('https://bank.example');
        expect(url.pathname.startsWith('/api/')).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });
});
