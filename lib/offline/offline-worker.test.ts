import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { offlineWorker } from './offline-worker';

const words = {
  title: 'Kein <Netz>',
  lines: [{ label: 'Was "ist"', text: '</script><script>alert(1)</script>' }],
  retry: 'Noch einmal',
};

interface Asked {
  method: string;
  mode: string;
  url: string;
}

/** What the worker does with a request while nothing can be reached: its answer, or null when it leaves it to the browser. */
async function without(network: Asked): Promise<Response | null> {
  const heard: Record<string, (event: object) => void> = {};
  runInNewContext(offlineWorker('de-DE', 'ltr', words), {
    addEventListener: (name: string, listener: (event: object) => void) => (heard[name] = listener),
    fetch: () => Promise.reject(new TypeError('no network')),
    Response,
    URL,
  });
  let answer: Promise<Response> | null = null;
  heard['fetch']?.({ request: network, respondWith: (given: Promise<Response>) => (answer = given) });
  return answer;
}

const page = (path: string, more: Partial<Asked> = {}): Asked => ({
  method: 'GET',
  mode: 'navigate',
  url: `https://cards.bank.example${path}`,
  ...more,
});

describe('the service worker', () => {
  it.each([
    '/',
    '/login?next=%2Fcards',
    '/cards',
    '/activity/abc',
    '/enroll/abc/review',
    '/enroll/to/tr',
    '/help/details',
  ])('says on %s that there is no network', async (path) => {
    const answer = await without(page(path));
    expect(answer?.status).toBe(503);
    expect(await answer?.text()).toContain('Kein &#60;Netz&#62;');
  });

  it.each([
    '/tokenization-results?results[a]=APPROVED',
    '/tokenization-results/abc',
    '/enroll/abc/leave/go',
    '/login/provider',
    '/login/callback?code=x',
    '/api/me/export',
    '/_next/static/chunks/a.js',
  ])('never sees %s', async (path) => {
    expect(await without(page(path))).toBeNull();
  });

  it('leaves what is posted and what a page asks for to the browser', async () => {
    expect(await without(page('/cards', { method: 'POST' }))).toBeNull();
    expect(await without(page('/cards', { mode: 'cors' }))).toBeNull();
  });

  it('PD-07 keeps nothing: it knows no cache and no store', () => {
    expect(offlineWorker('de-DE', 'ltr', words)).not.toMatch(/caches|indexedDB|importScripts|eval/);
  });

  it('BR-01 brings a page that runs its own line and no other', async () => {
    const answer = await without(page('/cards'));
    expect(answer?.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-\S{44}'; script-src 'sha256-\S{44}';/,
    );
    expect((await answer?.text())?.match(/<script/g)).toHaveLength(1);
  });
});
