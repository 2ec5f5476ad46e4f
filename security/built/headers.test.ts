import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ROUTES } from '../access';
import { importCustomer, signIn } from './customer';
import { startPortal, type BuiltPortal } from './portal';

const root = inject('root');
const chunk = readdirSync(path.join(root, '.next/static/chunks')).find((name) => name.endsWith('.js')) ?? '';
const SCRIPT = `/_next/static/chunks/${chunk}`;

/** Documents, each as a stranger and, where they differ, signed in. */
const DOCUMENTS = [
  '/login',
  '/legal/privacy',
  '/tokenization-results/none',
  '/no/such/page',
  '/cards',
  '/wallets',
  '/activity',
  '/activity/V1StGXR8Z5jdHi6BmyT',
];
const OTHERS = [
  SCRIPT,
  '/favicon.ico',
  '/api/health/live',
  '/api/health/ready',
  '/api/asset/none',
  '/api/auth/session',
  '/api/enrollments/none',
  '/tokenization-results?results[a]=b',
];

const directives = (policy: string) =>
  new Map(
    policy.split('; ').map((part) => {
      const [name = '', ...values] = part.split(' ');
      return [name, values] as const;
    }),
  );

describe.skipIf(inject('postgresUrl') === null)('what every answer says about itself', () => {
  let portal: BuiltPortal;
  let cookie: string;
  beforeAll(async () => {
    portal = await startPortal();
    cookie = (await signIn(portal, await importCustomer(portal))).cookie;
  });
  afterAll(() => portal.stop());

  it.each([...DOCUMENTS, ...OTHERS])(
    'BR-04 %s: the headers of the list, and none that tells a version',
    async (path) => {
      const { headers } = await portal.ask(path, { headers: { cookie } });
      expect(headers).toMatchObject({
        'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
        'permissions-policy': expect.stringContaining('payment=()') as string,
        'referrer-policy': path.startsWith('/tokenization-results?') ? 'no-referrer' : 'same-origin',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  it.each(DOCUMENTS)(
    'BR-01 BR-03 PD-07 %s: a strict policy with a nonce of its own, never stored',
    async (path) => {
      const answers = await Promise.all([1, 2, 3].map(() => portal.ask(path, { headers: { cookie } })));
      const nonces = answers.map(({ headers, body }) => {
        const policy = directives(String(headers['content-security-policy']));
        const [nonce = '', dynamic, ...rest] = policy.get('script-src') ?? [];
        expect(nonce).toMatch(/^'nonce-[A-Za-z0-9+/]{24}'$/);
        expect([dynamic, ...rest]).toEqual(["'strict-dynamic'"]);
        expect(policy.get('object-src')).toEqual(["'none'"]);
        expect(policy.get('base-uri')).toEqual(["'none'"]);
        expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
        expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
        expect(policy.get('trusted-types')).toEqual(['default']);
        expect(policy.get('report-uri')).toEqual(['/api/csp-report']);
        expect(policy.get('form-action')).toEqual([
          "'self'",
          'https://src.mastercard.com',
          'https://sandbox.src.mastercard.com',
        ]);
        expect(String(headers['content-security-policy'])).not.toMatch(/unsafe|http:|\*/);
        expect(headers['reporting-endpoints']).toBe('csp="/api/csp-report"');
        expect(headers['cache-control']).toContain('no-store');
        const value = nonce.slice("'nonce-".length, -1);
        const scripts = body.match(/<script\b[^>]*>/g) ?? [];
        expect(scripts.length).toBeGreaterThan(0);
        expect(scripts.filter((tag) => !tag.includes(`nonce="${value}"`))).toEqual([]);
        return value;
      });
      expect(new Set(nonces).size).toBe(3);
    },
  );

  it('PD-07 only built files and logos may be stored', async () => {
    expect((await portal.ask(SCRIPT)).headers['cache-control']).toContain('immutable');
    for (const path of OTHERS.filter((other) => other.startsWith('/api/') || other.includes('results')))
      expect((await portal.ask(path, { headers: { cookie } })).headers['cache-control'], path).toContain(
        'no-store',
      );
  });

  it.each([
    '/cards/x.css',
    '/cards/a.js',
    '/activity/x/y.png',
    '/cards;x.css',
    '/cards/..%2fx.css',
    '/cards%0a.css',
  ])('PD-07 %s is no page that a cache could keep', async (path) => {
    const { status, body } = await portal.ask(path, { headers: { cookie } });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('530000');
  });

  it.each([
    '/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75',
    '/_next/image?url=%2Fapi%2Fasset%2Fnone&w=64&q=75',
    '/_next/image',
  ])('AS-05 %s: nothing of ours is fetched or decoded', async (path) => {
    expect((await portal.ask(path)).status).toBeGreaterThanOrEqual(400);
  });

  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])(
    'BR-08 %s is answered 405 with what is allowed, on pages, routes and files',
    async (method) => {
      for (const path of [
        '/',
        '/login',
        '/cards',
        SCRIPT,
        '/api/health/live',
        '/api/csp-report',
        ...Object.keys(ROUTES).slice(0, 5),
      ]) {
        const { status, headers } = await portal.ask(path.replace(/\[.*?\]/g, 'x'), { method });
        expect([path, status, headers.allow]).toEqual([path, 405, 'GET, HEAD, POST']);
      }
    },
  );

  it('BR-01 a report becomes one line of shapes; anything else is refused', async () => {
    const report = JSON.stringify({
      'csp-report': {
        'document-uri': 'https://cards.bank.example/cards?x=5300001234567890',
        'effective-directive': 'script-src-elem',
        'blocked-uri': 'https://evil.example/5300001234567890.js',
      },
    });
    const send = (body: string, type: string) =>
      portal.ask('/api/csp-report', { method: 'POST', body, headers: { 'content-type': type } });
    expect((await send(report, 'application/csp-report')).status).toBe(204);
    expect((await send('{}', 'application/csp-report')).status).toBe(400);
    expect((await send(report, 'text/plain')).status).toBe(415);
    expect((await send(`"${'x'.repeat(100_000)}"`, 'application/reports+json')).status).toBe(413);
    const flood = await Promise.all(Array.from({ length: 30 }, () => send(report, 'application/csp-report')));
    expect(flood.some(({ status }) => status === 429)).toBe(true);
    const lines = portal
      .output()
      .split('\n')
      .filter((line) => line.includes('csp.violation'));
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
      operation: 'script-src-elem',
      reasonCode: 'evil.example',
      outcome: '/cards',
    });
    expect(lines.join('\n')).not.toContain('53000012');
  });
});
