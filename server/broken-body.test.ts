import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reachedUs } from '@/lib/auth/call-progress';
import { blamingTheBody } from './broken-body';

/** Stands for Next: fails as it does, with a status that is set and flushed by the first byte. */
let work: () => void = () => undefined;
let server: Server;
let address = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    void blamingTheBody(request, response, async () => {
      await turn();
      work();
      response.statusCode = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('status'));
      response.end('said');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  address = `http://127.0.0.1:${String(typeof bound === 'object' && bound ? bound.port : 0)}`;
});
afterAll(() => server.close());

const ask = async (status: number, headers: Record<string, string>, method = 'POST') =>
  (await fetch(`${address}/?status=${String(status)}`, { method, headers })).status;
const ACTION = { 'next-action': '7f' };
const FORM = { 'content-type': 'multipart/form-data; boundary=x' };

describe('SC-03: an action that failed', () => {
  it.each([ACTION, FORM])('before any code of ours was the sender’s fault: 400', async (headers) => {
    work = () => undefined;
    expect(await ask(500, headers)).toBe(400);
  });

  it.each([ACTION, FORM])('in code of ours is ours: 500', async (headers) => {
    work = reachedUs;
    expect(await ask(500, headers)).toBe(500);
  });

  it('is the only thing that is looked at', async () => {
    work = () => undefined;
    expect(await ask(503, ACTION)).toBe(503);
    expect(await ask(200, ACTION)).toBe(200);
    expect(await ask(500, {})).toBe(500);
    expect(await ask(500, ACTION, 'GET')).toBe(500);
  });
});
