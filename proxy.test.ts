import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { proxy } from './proxy';

setEnvironment();

const ask = (method: string, headers: Record<string, string> = {}, path = '/cards') =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { method, headers }));
const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? '';

describe('PU-01: a mutation', () => {
  it.each<[string, Record<string, string>, number]>([
    ['from a page of ours', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }, 200],
    ['from a page of ours in a browser that says no more', { origin: 'http://localhost:3000' }, 200],
    ['without a word of where from', {}, 403],
    ['from null', { origin: 'null' }, 403],
    ['from elsewhere', { origin: 'https://evil.example' }, 403],
    [
      'from elsewhere with our host forwarded',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      403,
    ],
    ['from our host on another port', { origin: 'http://localhost:3001' }, 403],
    ['from our name over TLS', { origin: 'https://localhost:3000' }, 403],
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' }, 403],
    ['from a neighbour', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' }, 403],
    ['from the address bar', { 'sec-fetch-site': 'none', origin: 'http://localhost:3000' }, 403],
    [
      'from a page of ours whose Origin was taken away',
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
      200,
    ],
  ])('%s', (_title, headers, status) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) expect(ask(method, headers).status).toBe(status);
  });

  it('that is refused is no server error and is not kept', async () => {
    const answer = ask('POST', { origin: 'https://evil.example' });
    expect(await answer.text()).toBe('Forbidden');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('a page', () => {
  it('is reached from anywhere, which is how people come back', () => {
    expect(ask('GET', { 'sec-fetch-site': 'cross-site' }, '/tokenization-results?results[x]=y').status).toBe(
      200,
    );
  });

  it('BR-01: has a policy with a nonce of its own and no inline or evaluated scripts', () => {
    const policies = Array.from({ length: 50 }, () => policyOf(ask('GET')));
    const nonces = policies.map((policy) => /'nonce-([A-Za-z0-9+/]{24})'/.exec(policy)?.[1]);
    expect(new Set(nonces).size).toBe(50);
    for (const policy of policies) {
      expect(policy).not.toMatch(/unsafe-(inline|eval)|https?:\s|\*/);
      for (const rule of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "worker-src 'self'",
        "frame-ancestors 'none'",
        "'strict-dynamic'",
      ])
        expect(policy).toContain(rule);
    }
  });

  it('names in form-action the hosts to which people may be sent, and no other', () => {
    const rule = policyOf(ask('GET'))
      .split('; ')
      .find((part) => part.startsWith('form-action'));
    expect(rule).toBe(
      "form-action 'self' https://src.mastercard.com https://sandbox.src.mastercard.com http://127.0.0.1:4010",
    );
  });

  it('PD-07: is kept by nobody', () => {
    expect(ask('GET').headers.get('cache-control')).toBe('no-store');
  });
});
