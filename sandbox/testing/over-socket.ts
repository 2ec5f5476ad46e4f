import { request as send, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { Sandbox } from '@/sandbox/create-sandbox';
import { createServer } from '@/sandbox/listen';
import { testOptions } from './test-sandbox';

/** Sends a request to a port, with the name it was meant for in `Host`: what the caller signed stays true. */
async function overSocket(port: number, request: Request): Promise<Response> {
  const { host, pathname, search } = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer());
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { ...Object.fromEntries(request.headers), host, 'content-length': body.length };
    send({ port, host: '127.0.0.1', method: request.method, path: pathname + search, headers, agent: false })
      .on('response', resolve)
      .on('error', reject)
      .end(body);
  });
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  const status = answer.statusCode ?? 0;
  const content = await buffer(answer);
  return new Response(status === 303 ? null : new Uint8Array(content), { status, headers });
}

/** A sandbox behind a real socket on a free port of loopback, closed when the test ends. */
export async function sandboxOverSocket(): Promise<Sandbox> {
  const { server, sandbox } = createServer(testOptions());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    await sandbox.close();
    await new Promise((closed) => server.close(closed));
  };
  onTestFinished(close);
  return { close, fetch: (request) => overSocket(port, request) };
}
