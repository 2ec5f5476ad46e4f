import { createServer } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { answer, inTurn, type Behaviour } from '@/lib/testing/token-connect-vectors/peer';
import { date, gatewayArray, push, pushTo, success } from '@/lib/testing/token-connect-vectors/push-harness';

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

describe('what was never sent', () => {
  it('F01, PU-06: a refused connection is tried three times with jitter and is known not to have been sent', async () => {
    const { error, slept } = await pushTo(`http://127.0.0.1:${await closedPort()}/mdes`);
    expect(error).toMatchObject({ kind: 'unreachable', sent: false, attempts: 3, requestId: 'request-1' });
    expect(slept).toHaveLength(2);
    expect(slept[0]).toBeLessThan(400);
    expect(slept[1]).toBeLessThan(800);
  });

  it('F01: an unknown host is known not to have been sent', async () => {
    const { error } = await pushTo('http://no-such-host.invalid/mdes');
    expect(error).toMatchObject({ kind: 'unreachable', sent: false });
  });

  it('PU-07: TLS to a peer that never finishes its handshake ends with the connect limit', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const timeouts = { connectMs: 60, responseMs: 2_000, totalMs: 4_000 };
    const { error } = await pushTo(`https://127.0.0.1:${port}/mdes`, { timeouts });
    silent.close();
    expect(error).toMatchObject({ kind: 'unreachable', sent: false, attempts: 3 });
  });

  it('the global fetch, given instead of ours, tells a refused connection as well', async () => {
    const { error } = await pushTo(`http://127.0.0.1:${await closedPort()}/mdes`, { fetch });
    expect(error).toMatchObject({ kind: 'unreachable', sent: false });
  });
});

describe('a fetch given instead of ours', () => {
  const failing = (code: string, syscall: string) => {
    const cause = Object.assign(new Error('no'), { code, syscall });
    return pushTo('http://127.0.0.1:9/mdes', { fetch: () => Promise.reject(new TypeError('x', { cause })) });
  };

  it('counts as not sent only when it failed before the first byte', async () => {
    const before = { kind: 'unreachable', sent: false };
    const after = { kind: 'timeout', sent: true, attempts: 1 };
    expect((await failing('EHOSTUNREACH', 'connect')).error).toMatchObject(before);
    expect((await failing('UND_ERR_CONNECT_TIMEOUT', '')).error).toMatchObject(before);
    expect((await failing('EHOSTUNREACH', 'read')).error).toMatchObject(after);
    expect((await failing('ECONNRESET', 'read')).error).toMatchObject(after);
  });

  it('counts as sent once there was the head of an answer, whatever ends the body', async () => {
    const cause = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
    const pull = (c: ReadableStreamDefaultController) => c.error(new TypeError('x', { cause }));
    const { error } = await pushTo('http://127.0.0.1:9/mdes', {
      fetch: () => Promise.resolve(new Response(new ReadableStream({ pull }))),
    });
    expect(error).toMatchObject({ kind: 'timeout', sent: true, status: 200 });
  });

  it('is told not to follow a redirect', async () => {
    const { error, peer } = await push(answer(307, '', { location: '/elsewhere' }), { fetch });
    expect(error).toMatchObject({ kind: 'malformed', status: 307 });
    expect(peer.received).toHaveLength(1);
  });
});

describe('what may have happened', () => {
  const drip: Behaviour = (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n');
    const timer = setInterval(() => socket.write('x'), 20);
    socket.on('close', () => clearInterval(timer));
  };
  const unknown: [string, Behaviour, number | undefined][] = [
    ['F02: accepts and never answers', () => undefined, undefined],
    ['F04: drips a byte at a time', drip, 200],
    ['F05: resets after the request', (socket) => socket.resetAndDestroy(), undefined],
    ['F05: closes without a word', (socket) => socket.end(), undefined],
    [
      'F05: resets in the middle of the body',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{"responseId":', () =>
          setTimeout(() => socket.resetAndDestroy(), 20),
        );
      },
      200,
    ],
    [
      'F13: ends in the middle of the body',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{"responseId":'),
      200,
    ],
    ['speaks no HTTP', (socket) => socket.end('SSH-2.0-x\r\n'), undefined],
  ];
  it.each(unknown)('PU-06: %s: may have happened, is not repeated', async (_, behaviour, status) => {
    const started = performance.now();
    const timeouts = { connectMs: 1_000, responseMs: 1_000, totalMs: 1_500 };
    const { error, peer } = await push(behaviour, { timeouts });
    expect(error).toMatchObject({ kind: 'timeout', sent: true, attempts: 1 });
    expect(error?.status).toBe(status);
    expect(peer.received).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('what may be repeated', () => {
  it('F07: 503 with Retry-After is waited for once and then succeeds, with a new nonce over the same bytes', async () => {
    const timeouts = { connectMs: 500, responseMs: 5_000, totalMs: 9_000 };
    const { result, slept, peer } = await push(
      inTurn(answer(503, '', { 'retry-after': '2' }), answer(200, success)),
      { timeouts },
    );
    expect(result.ok).toBe(true);
    expect(slept).toHaveLength(1);
    expect(slept[0]).toBeGreaterThanOrEqual(2_000);
    const [first, second] = peer.received;
    expect(second?.body.equals(first?.body ?? Buffer.alloc(0))).toBe(true);
    const nonces = peer.received.map((request) => /oauth_nonce="([^"]+)"/.exec(request.head)?.[1]);
    expect(new Set(nonces).size).toBe(2);
  });

  it('F08: 429 is repeated at most twice', async () => {
    const { error, peer } = await push(answer(429, gatewayArray('QUOTA')));
    expect(error).toMatchObject({ kind: 'unavailable', status: 429, attempts: 3, sent: false });
    expect(peer.received).toHaveLength(3);
  });

  it('F08: a wait beyond the deadline is not waited for, but told', async () => {
    const { error, slept } = await push(answer(429, '', { 'retry-after': '60' }));
    expect(error).toMatchObject({ kind: 'unavailable', attempts: 1, retryAfterSeconds: 60 });
    expect(slept).toEqual([]);
    const later = await push(answer(503, '', { 'retry-after': date(90) }));
    expect(later.error).toMatchObject({ kind: 'unavailable', retryAfterSeconds: 90, sent: true });
  });

  it.each([500, 502, 504, 503])('F06: %i without Retry-After is not repeated', async (status) => {
    const { error } = await push(answer(status, '<html>oops</html>'));
    expect(error).toMatchObject({ kind: 'unavailable', status, attempts: 1, sent: true });
  });

  it('a 503 followed by a refused connection is still told as sent', async () => {
    const responses = [new Response('', { status: 503, headers: { 'retry-after': '0' } })];
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const replay: typeof fetch = async () => {
      const response = responses.shift();
      if (!response) throw new TypeError('fetch failed', { cause: refused });
      return response;
    };
    const { error } = await pushTo('http://127.0.0.1:9/mdes', { fetch: replay });
    expect(error).toMatchObject({ kind: 'unavailable', status: 503, sent: true, attempts: 3 });
  });
});
