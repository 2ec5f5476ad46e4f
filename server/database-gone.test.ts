import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import {
  connect,
  createServer as createSocketServer,
  type Server as SocketServer,
  type Socket,
} from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '@/lib/db/client';
import { databaseAnswers } from '@/lib/health/ready';
import { begin, consent, enrollmentNow } from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { confirmCode } from '@/lib/enrollment/push-cards';
import { answersForTheDatabase } from './database-gone';

withSandbox();

const DATABASE = process.env['TEST_DATABASE_URL'];
if (DATABASE === undefined) console.warn('!!! No TEST_DATABASE_URL: RE-04 is NOT proven by this run.');

/** A line to the database that can be cut, and can go quiet. */
function startLine(target: URL) {
  const sockets = new Set<Socket>();
  let server: SocketServer;
  let quiet = false;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    return socket;
  };
  const open = async (port = 0) => {
    server = createSocketServer((socket) => {
      const upstream = keep(connect(Number(target.port), target.hostname));
      keep(socket).on('data', (data) => quiet || upstream.write(data));
      upstream.on('data', (data) => quiet || socket.write(data));
      socket.on('close', () => upstream.destroy());
      upstream.on('close', () => socket.destroy());
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  };
  return {
    open,
    cut: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
    hush: (on: boolean) => (quiet = on),
  };
}

describe.skipIf(DATABASE === undefined)('RE-04: without its database the portal', () => {
  const target = new URL(DATABASE ?? 'postgres://127.0.0.1:1/none');
  const line = startLine(target);
  let port = 0;
  let server: Server;
  let origin = '';
  beforeAll(async () => {
    port = await line.open();
    const url = new URL(target);
    url.host = `127.0.0.1:${port}`;
    await openDatabase({ kind: 'postgres', url: url.href });
    server = createServer((request, response) => {
      void answersForTheDatabase(request, response).then((done) => done || response.end('page'));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });
  afterAll(async () => {
    server.close();
    await closeDatabase();
    await line.cut();
  });
  const get = (path: string, accept: string) => fetch(`${origin}${path}`, { headers: { accept } });

  it('answers 503 with a page or JSON and Retry-After, begins no push, and is back without a restart', async () => {
    const customer = await addTestCustomer();
    const enrollmentId = await begin(customer);
    await consent(customer, enrollmentId);
    const code = await customer.code();
    expect(await (await get('/cards', 'text/html')).text()).toBe('page');

    await line.cut();
    const page = await get('/cards', 'text/html,*/*');
    expect(page.status).toBe(503);
    expect(page.headers.get('retry-after')).toBe('5');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toMatch(/<h1>We cannot reach your cards just now<\/h1>/);
    const json = await get('/api/enrollments/x', '*/*');
    expect([json.status, await json.json()]).toEqual([503, { code: 'SERVICE_UNAVAILABLE' }]);
    for (const path of ['/api/health/live', '/_next/static/a.js', '/favicon.ico'])
      expect((await get(path, '*/*')).status).toBe(200);
    await expect(confirmCode(customer.actor, enrollmentId, code)).rejects.toThrow();
    expect(await sandboxControl.journal({ op: 'push' })).toHaveLength(0);

    await line.open(port);
    expect((await get('/cards', 'text/html')).status).toBe(200);
    expect((await enrollmentNow(customer, enrollmentId)).state).toBe('consented');
    expect(await confirmCode(customer.actor, enrollmentId, code)).toEqual({ state: 'pushed' });
  });

  it('does not wait for a database that has gone quiet', async () => {
    line.hush(true);
    expect(await databaseAnswers(200)).toBe(false);
    line.hush(false);
    await line.cut();
    await line.open(port);
    await expect.poll(() => databaseAnswers()).toBe(true);
  });
});
