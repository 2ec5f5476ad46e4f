import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brandHref } from '@/app/brand-href';
import { answersWithDrawing } from './drawn-files';

const server = createServer((request, response) => {
  if (!answersWithDrawing(request, response)) response.writeHead(418).end();
});
let origin: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => server.close());

const ask = (path: string, init: RequestInit = {}) => fetch(`${origin}${path}`, init);

describe('the files of the brand', () => {
  it('lie where the pages say, packed, inert and to be kept', async () => {
    const answer = await ask(brandHref('brand.css'));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'content-encoding': 'gzip',
      vary: 'accept-encoding',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
    const sheet = await answer.text();
    expect(sheet).toContain('--accent:oklch(42.5% 0.074 218)');
    const plain = await ask(brandHref('brand.css'), { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(sheet);
    for (const [, path = ''] of sheet.matchAll(/url\("([^"]+)"\)/g)) {
      const drawing = await ask(path);
      expect([path, drawing.status, drawing.headers.get('content-type')]).toEqual([
        path,
        200,
        'image/svg+xml',
      ]);
      expect(Number(drawing.headers.get('content-length'))).toBeLessThan(15_000);
    }
  });

  it('are found under a version that is over, and asked for anew', async () => {
    const answer = await ask('/brand/present/icon.svg');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  });

  it('has the line-work of a seal, the same for the same reference, in the colour of where it is shown', async () => {
    const answer = await ask('/seal/7K2M-94QD.svg');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(5_000);
    const drawing = await answer.text();
    expect(drawing).toContain('<g id="lines" fill="none" stroke="currentColor">');
    expect(await (await ask('/seal/7K2M-94QD.svg')).text()).toBe(drawing);
    expect(await (await ask('/seal/7K2M-94QE.svg')).text()).not.toBe(drawing);
  });

  it.each([
    ['/seal/7K2M-94Q0.svg', 'GET'],
    ['/seal/7K2M-94QD.svg.svg', 'GET'],
    ['/seal/7K2M-94QD.svg', 'POST'],
    ['/brand/present/nothing.svg', 'GET'],
    ['/brand/present/constructor', 'GET'],
    ['/brand/present/..%2fbrand.css', 'GET'],
    ['/brand/present/', 'GET'],
    ['/brand/present/icon.svg', 'POST'],
  ])('%s by %s is for somebody else to answer', async (path, method) => {
    expect((await ask(path, { method })).status).toBe(418);
  });
});
