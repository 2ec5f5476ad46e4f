import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { HOST } from './bank-files';
import { builtActions } from './build-manifests';
import { importCustomer, signIn, type ImportedCustomer } from './customer';
import { startPortal, type BuiltPortal } from './portal';

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

describe.skipIf(inject('postgresUrl') === null)('what arrives on the socket', () => {
  let portal: BuiltPortal;
  let customer: ImportedCustomer;
  let cookie: string;
  beforeAll(async () => {
    portal = await startPortal();
    customer = await importCustomer(portal);
    cookie = (await signIn(portal, customer)).cookie;
  });
  afterAll(() => portal.stop());

  /** "Not now" on the banner: a mutation whose effect can be seen. */
  const dismiss = (lines: string[]) => {
    const id = builtActions(inject('root')).find(({ name }) => name === 'dismissBannerAction')?.id ?? '';
    return portal.raw(
      [
        'POST /cards HTTP/1.1',
        `Host: ${HOST}`,
        `Cookie: ${cookie}`,
        `Next-Action: ${id}`,
        'Content-Type: text/plain;charset=UTF-8',
        'Content-Length: 2',
        'Connection: close',
        ...lines,
        '',
        '[]',
      ].join('\r\n'),
    );
  };

  it.each([
    ['neither header', []],
    ['Origin: null', ['Origin: null']],
    ['a foreign Origin', ['Origin: https://evil.example']],
    ['our Origin over http', [`Origin: http://${HOST}`]],
    ['our name with something before it', [`Origin: https://evil-${HOST}`]],
    [
      'a foreign Origin and a forged X-Forwarded-Host',
      ['Origin: https://evil.example', 'X-Forwarded-Host: evil.example'],
    ],
    ['a forged X-Forwarded-Host alone', ['X-Forwarded-Host: evil.example']],
    ['cross-site', ['Sec-Fetch-Site: cross-site']],
    ['cross-site with our Origin', ['Sec-Fetch-Site: cross-site', `Origin: https://${HOST}`]],
    ['same-site', ['Sec-Fetch-Site: same-site', `Origin: https://${HOST}`]],
    ['none', ['Sec-Fetch-Site: none']],
    ['two contradicting words', ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Site: cross-site']],
  ])('PU-01 a mutation is refused with 403: %s', async (_what, lines) => {
    expect(statusOf(await dismiss(lines))).toBe(403);
  });

  it.each([
    ['Sec-Fetch-Site: same-origin', ['Sec-Fetch-Site: same-origin', `Origin: https://${HOST}`]],
    ['our Origin, from a browser without that header', [`Origin: https://${HOST}`]],
  ])('PU-01 the same mutation passes: %s', async (_what, lines) => {
    expect(statusOf(await dismiss(lines))).toBeLessThan(400);
  });

  it.each([
    ['another Host', 'GET /login HTTP/1.1\r\nHost: evil.example\r\n'],
    [
      'a forged X-Forwarded-Host',
      `GET /login HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: ${HOST}\r\n`,
    ],
    ['Forwarded', `GET /login HTTP/1.1\r\nHost: evil.example\r\nForwarded: host=${HOST};proto=https\r\n`],
  ])('PU-02 %s is led home to the configured origin', async (_what, head) => {
    const answer = await portal.raw(`${head}Connection: close\r\n\r\n`);
    expect(statusOf(answer)).toBe(308);
    expect(answer).toMatch(new RegExp(`^location: https://${HOST}/login\r$`, 'im'));
  });

  it('PU-02 no forged header reaches a page: none of these names is in any answer', async () => {
    const forged = [
      'X-Forwarded-Host: evil.example',
      'X-Forwarded-Proto: gopher',
      'X-Forwarded-Port: 6666',
      'Forwarded: host=evil.example',
      'X-Original-URL: /evil.example',
      'X-Rewrite-URL: /evil.example',
      'X-Host: evil.example',
    ].join('\r\n');
    for (const path of [
      '/login',
      '/cards',
      '/tokenization-results?results[a]=b',
      '/api/auth/providers',
      '/api/auth/signin',
    ]) {
      const answer = await portal.raw(
        `GET ${path} HTTP/1.1\r\nHost: ${HOST}\r\n${forged}\r\nConnection: close\r\n\r\n`,
      );
      expect([path, /evil\.example|gopher|:6666/.exec(answer)?.[0]]).toEqual([path, undefined]);
      expect(statusOf(answer)).toBeGreaterThan(0);
    }
  });

  it.each([
    ['absolute form', `GET http://127.0.0.1:1/ HTTP/1.1\r\nHost: ${HOST}\r\n`],
    ['absolute form of our own', `GET https://${HOST}/cards HTTP/1.1\r\nHost: ${HOST}\r\n`],
    ['authority form', `CONNECT evil.example:443 HTTP/1.1\r\nHost: ${HOST}\r\n`],
    ['asterisk form', `OPTIONS * HTTP/1.1\r\nHost: ${HOST}\r\n`],
    ['a long target', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: ${HOST}\r\n`],
    ['no Host', 'GET /login HTTP/1.1\r\n'],
    [
      'two lengths',
      `POST /login HTTP/1.1\r\nHost: ${HOST}\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n`,
    ],
  ])('AS-05 PU-02 a request in %s is refused', async (_what, head) => {
    const status = statusOf(await portal.raw(`${head}Connection: close\r\n\r\n`));
    expect(status === 0 || status >= 400).toBe(true);
  });

  it.each(['/', '/_next/webpack-hmr', 'http://127.0.0.1:1/'])(
    'AS-05 Upgrade on %s gets no socket',
    async (target) => {
      const answer = await portal.raw(
        `GET ${target} HTTP/1.1\r\nHost: ${HOST}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      );
      expect(answer).not.toContain(' 101 ');
      expect(answer).toBe('');
    },
  );

  it('BR-08 the portal is alive after all of it', async () => {
    expect((await portal.ask('/api/health/live')).status).toBe(200);
    expect(portal.alive()).toBe(true);
    expect(portal.output()).not.toMatch(/unhandled_rejection/);
  });
});
