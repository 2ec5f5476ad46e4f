import { describe, expect, it } from 'vitest';
import { readReports } from './read-reports';
import { ReportLimit } from './record-reports';

const ORIGIN = 'https://cards.bank.example';
const modern = (body: Record<string, unknown>) =>
  JSON.stringify([{ type: 'csp-violation', age: 1, url: `${ORIGIN}/login`, user_agent: 'x', body }]);

describe('reports of a Content-Security-Policy', () => {
  it('BR-01 reads what report-uri sends', () => {
    const body = JSON.stringify({
      'csp-report': {
        'document-uri': `${ORIGIN}/enroll/V1StGXR8_Z5jdHi6B-myT/review?next=secret`,
        'violated-directive': "script-src 'nonce-abc'",
        'effective-directive': 'script-src-elem',
        'blocked-uri': 'https://evil.example/x.js?stolen=1',
        'script-sample': 'alert(document.cookie)',
      },
    });
    expect(readReports(body, ORIGIN)).toEqual([
      { directive: 'script-src-elem', blocked: 'evil.example', page: '/enroll/*/review' },
    ]);
  });

  it('BR-01 BR-03 reads what report-to sends', () => {
    const body = modern({
      documentURL: `${ORIGIN}/cards`,
      effectiveDirective: 'require-trusted-types-for',
      blockedURL: 'trusted-types-sink',
      sample: 'Element innerHTML|<img src=x>',
    });
    expect(readReports(body, ORIGIN)).toEqual([
      { directive: 'require-trusted-types-for', blocked: 'trusted-types-sink', page: '/cards' },
    ]);
  });

  it.each([
    ['a forged line', 'x\n{"level":"info"}', 'other'],
    ['a card number as address', 'https://evil.example/5123450000000016', 'evil.example'],
    ['a script as address', 'javascript:alert(5123450000000016)', 'javascript'],
    ['our own address', `${ORIGIN}/tokenization-results?results[a]=b`, 'same-origin'],
    ['nothing', 7, 'other'],
  ])('BR-01 OP-04 keeps no text that somebody chose: %s', (_what, blockedURL, kept) => {
    const [report] = readReports(
      modern({
        documentURL: 'https://elsewhere.example/5123450000000016',
        effectiveDirective: 'IMG\u001b[31m',
        blockedURL,
      }),
      ORIGIN,
    );
    expect(report).toEqual({ directive: 'other', blocked: kept, page: 'other' });
  });

  it.each(['', 'null', '[]', '{}', '{"csp-report":[]}', '[{"type":"deprecation","body":{}}]', '{'])(
    'BR-01 is not taken in by %s',
    (body) => {
      expect(readReports(body, ORIGIN)).toEqual([]);
    },
  );

  it('BR-01 reads ten of a request at most', () => {
    const [one] = JSON.parse(modern({})) as unknown[];
    expect(readReports(JSON.stringify(Array.from({ length: 50 }, () => one)), ORIGIN)).toHaveLength(10);
  });
});

describe('the limit on reports', () => {
  const START = Date.UTC(2026, 10, 22);

  it('BR-01 takes ten a minute of one address, and again after the minute', () => {
    const limit = new ReportLimit();
    const taken = Array.from({ length: 30 }, () => limit.allows('10.0.0.1', START)).filter(Boolean);
    expect(taken).toHaveLength(10);
    expect(limit.allows('10.0.0.2', START)).toBe(true);
    expect(limit.allows('10.0.0.1', START + 60_000)).toBe(true);
  });

  it('BR-01 takes sixty a minute in all, from however many addresses', () => {
    const limit = new ReportLimit();
    const taken = Array.from({ length: 5_000 }, (_, i) => limit.allows(`10.0.${i >> 8}.${i & 255}`, START));
    expect(taken.filter(Boolean)).toHaveLength(60);
  });
});
