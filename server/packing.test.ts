import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packStatic } from '@/scripts/pack-static.mjs';
import { packedFiles, packing } from './packing';

const SCRIPT = 'const answer = "the same again and again";\n'.repeat(100);
const PARTS = ['first', 'second', 'third'].map((word) => `<p>${word} part of one page</p>`.repeat(200));

const root = mkdtempSync(path.join(tmpdir(), 'portal-packing-'));
const server = createServer();
beforeAll(async () => {
  mkdirSync(path.join(root, '.next/static/chunks'), { recursive: true });
  writeFileSync(path.join(root, '.next/static/chunks/a.js'), SCRIPT);
  writeFileSync(path.join(root, '.next/static/chunks/a.woff2'), 'packed already');
  await packStatic(root);
  const [files, pack] = [packedFiles(root), packing()];
  server.on('request', (request, response) =>
    files(request, response, () =>
      pack(request, response, () => {
        response.setHeader('content-type', 'text/html');
        if (request.url !== '/page') return response.writeHead(404).end();
        for (const part of PARTS) {
          response.write(part);
          // As Next does after each part, so that it is on its way.
          (response as unknown as { flush: () => void }).flush();
        }
        return response.end();
      }),
    ),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

/** The answer as it travels: `fetch` would unpack it. */
async function ask(target: string, accepts: string, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const request = get({
    port,
    host: '127.0.0.1',
    path: target,
    method,
    headers: { 'accept-encoding': accepts },
  });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = await answer.toArray();
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
}

describe('scripts of the build', () => {
  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('travel to a browser that takes "%s" packed by %s, to be kept', async (accepts, encoding, unpack) => {
    const { status, headers, body } = await ask('/_next/static/chunks/a.js', accepts);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': 'text/javascript',
      'content-length': String(body.length),
      'cache-control': 'public,max-age=31536000,immutable',
      vary: 'Accept-Encoding',
    });
    expect(unpack(body).toString()).toBe(SCRIPT);
  });

  it.each([
    ['/_next/static/chunks/a.js', 'identity', 'GET'],
    ['/_next/static/chunks/a.js', 'br', 'POST'],
    ['/_next/static/chunks/a.woff2', 'br', 'GET'],
    ['/_next/static/chunks/../../../dist/static/_next/static/chunks/a.js', 'br', 'GET'],
    ['/_next/static/%2e%2e/%2e%2e/.next/static/chunks/a.js', 'br', 'GET'],
    ['/_next/static/chunks/%', 'br', 'GET'],
    ['/', 'br', 'GET'],
  ])('%s asked for as %s by %s is for Next to answer', async (target, accepts, method) => {
    expect((await ask(target, accepts, method)).status).toBe(404);
  });
});

describe('a page in parts', () => {
  it('is packed as well as in one piece, since each part remembers the ones before', async () => {
    const { headers, body } = await ask('/page', 'gzip, br');
    expect(headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(body).toString()).toBe(PARTS.join(''));
    expect(body.length).toBeLessThan(brotliCompressSync(PARTS.join('')).length + 100);
  });

  it('goes to a browser without brotli by gzip, and to one without either as it is', async () => {
    const old = await ask('/page', 'gzip');
    expect([old.headers['content-encoding'], gunzipSync(old.body).toString()]).toEqual([
      'gzip',
      PARTS.join(''),
    ]);
    const plain = await ask('/page', 'identity');
    expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, PARTS.join('')]);
  });
});
