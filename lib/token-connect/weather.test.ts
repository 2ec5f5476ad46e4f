import { createServer } from 'node:net';
import { once } from 'node:events';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { Pan } from '@/lib/domain/pan';
import {
  answer,
  inTurn,
  startPeer,
  type Behaviour,
  type Peer,
} from '@/lib/testing/token-connect-vectors/peer';
import { makeTestKeys } from '@/lib/testing/token-connect-vectors/test-keys';
import {
  createTokenConnectClient,
  type ExchangeEvent,
  type PushInput,
  type TokenConnectOptions,
} from './client';

const keys = makeTestKeys();
const digits = '5204740009900014';
const now = Date.UTC(2026, 10, 22, 12);
const date = (offsetSeconds: number) => new Date(now + offsetSeconds * 1000).toUTCString();

const input: PushInput = {
  requestId: 'request-1',
  tokenRequestorId: '50123197928',
  accounts: [{ pushAccountId: 'CA-1', pan: Pan.parse(digits), expiry: { month: 12, year: 2030 } }],
  accountHolder: {},
  callbackUrl: 'https://partnerbank.com/tokenization-results',
  locale: 'en_US',
  dataValidUntil: new Date(now + 30 * 60_000),
  receiptsValidityMinutes: 15,
};
const success = JSON.stringify({
  pushAccountReceipts: [{ pushAccountId: 'CA-1', pushAccountReceipt: 'MCC-1' }],
  availablePushMethods: [{ type: 'WEB', uri: 'https://src.mastercard.com/provision' }],
  signature: 'a.b.c',
  tokenRequestorSignatureSupport: true,
  responseId: 'another',
});
const gateway = (reason: string) => ({
  Source: 'Gateway',
  ReasonCode: reason,
  Description: 'Unauthorized - Access Not Granted',
  Recoverable: false,
  Details: null,
});
const gatewayArray = (reason: string) => JSON.stringify({ Errors: { Error: [gateway(reason)] } });
const gatewayObject = (reason: string) => JSON.stringify({ Errors: { Error: gateway(reason) } });
const refusal = JSON.stringify({
  errors: [{ source: 'INPUT', reasonCode: 'ACCOUNT_INELIGIBLE', description: `no range for ${digits}` }],
  responseId: 'r',
});

const peers: Peer[] = [];
afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});

async function push(behaviour: Behaviour, options: Partial<TokenConnectOptions> = {}) {
  const peer = await startPeer(behaviour);
  peers.push(peer);
  return { peer, ...(await pushTo(peer.url, options)) };
}

async function pushTo(baseUrl: string, options: Partial<TokenConnectOptions> = {}) {
  const slept: number[] = [];
  const events: ExchangeEvent[] = [];
  const client = createTokenConnectClient({
    baseUrl,
    consumerKey: 'client!key',
    signingKey: keys.privateKey,
    encryptionCertificatePem: keys.certificatePem,
    now: () => now,
    sleep: async (ms) => void slept.push(ms),
    timeouts: { connectMs: 500, responseMs: 400, totalMs: 900 },
    onExchange: (event) => events.push(event),
    ...options,
  });
  const result = await client.pushMultipleAccounts(input);
  const error = result.ok ? undefined : result.error;
  expect(inspect([result, events], { depth: null })).not.toContain(digits);
  return { result, error, slept, event: events[0], events };
}

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
    const { error, peer } = await push(behaviour);
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

describe('the clock', () => {
  it('F10, KY-02: a 401 from a clock 300 s ahead is corrected once, reported, and remembered', async () => {
    const peer = await startPeer((socket, request, n) => {
      const stamp = Number(/oauth_timestamp="(\d+)"/.exec(request.head)?.[1]);
      const right = Math.abs(stamp - (now / 1000 + 300)) <= 1;
      const headers = { date: date(300) };
      (right ? answer(200, success, headers) : answer(401, gatewayArray('DECLINED'), headers))(
        socket,
        request,
        n,
      );
    });
    peers.push(peer);
    const events: ExchangeEvent[] = [];
    const client = createTokenConnectClient({
      baseUrl: peer.url,
      consumerKey: 'client!key',
      signingKey: keys.privateKey,
      encryptionCertificatePem: keys.certificatePem,
      now: () => now,
      onExchange: (event) => events.push(event),
    });
    expect((await client.pushMultipleAccounts(input)).ok).toBe(true);
    expect((await client.pushMultipleAccounts(input)).ok).toBe(true);
    expect(events.map((event) => event.clockSkewSeconds)).toEqual([300, undefined]);
    expect(events.map((event) => event.attempts)).toEqual([2, 1]);
  });

  it('F09: a 401 within the window, or again after the correction, is a matter of keys', async () => {
    const within = await push(answer(401, gatewayArray('DECLINED'), { date: date(30) }));
    expect(within.error).toMatchObject({ kind: 'unauthorized', attempts: 1 });
    const again = await push(answer(401, gatewayArray('DECLINED'), { date: date(-3600) }));
    expect(again.error).toMatchObject({ kind: 'unauthorized', attempts: 2 });
  });
});

describe('PU-08: every answer has a name', () => {
  const rejected = { kind: 'rejected', reasonCode: 'ACCOUNT_INELIGIBLE', source: 'INPUT', sent: true };
  const keysRefused = { kind: 'unauthorized', sent: false, attempts: 1 };
  const table: [string, number, string, object][] = [
    ['F09: the gateway refuses, errors in an array', 401, gatewayArray('DECLINED'), keysRefused],
    ['F09: the gateway refuses, one error as an object', 401, gatewayObject('DECLINED'), keysRefused],
    ['F11: the gateway does not know the key', 403, gatewayObject('AUTHENTICATION_FAILED'), keysRefused],
    ['the gateway cannot read the header', 400, gatewayArray('INVALID_AUTH_HEADER'), keysRefused],
    ['a proxy refuses in HTML', 403, '<html>no</html>', keysRefused],
    [
      'MDES does not know us',
      200,
      '{"responseId":"r","errors":[{"source":"MDES","reasonCode":"AUTHORIZATION_FAILED"}]}',
      { kind: 'unauthorized', sent: true },
    ],
    [
      'MDES cannot decrypt',
      400,
      '{"Errors":{"Error":[{"Source":"mdes","ReasonCode":"REQUEST_DECRYPT_FAILED"}]}}',
      { kind: 'crypto', detail: 'REQUEST_DECRYPT_FAILED', sent: true },
    ],
    ['F12: an error inside a 200', 200, refusal, rejected],
    ['an ErrorWrapper on 400', 400, refusal, rejected],
    ['an ErrorWrapper on 404, without responseId', 404, refusal.replace(',"responseId":"r"', ''), rejected],
    ['F13: HTML with 200', 200, '<!doctype html><p>hello', { kind: 'malformed' }],
    ['F13: empty', 200, '', { kind: 'malformed' }],
    ['F13: truncated JSON', 200, success.slice(0, -20), { kind: 'malformed' }],
    [
      'F13: deep JSON',
      200,
      `{"responseId":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      { kind: 'malformed' },
    ],
    ['F13: 2 MB', 200, `{"responseId":"${'x'.repeat(2 ** 21)}"}`, { kind: 'malformed' }],
    ['an array', 200, '[]', { kind: 'malformed' }],
    ['null', 200, 'null', { kind: 'malformed' }],
    ['an empty object', 200, '{}', { kind: 'malformed' }],
    [
      'receipts of the wrong type',
      200,
      '{"responseId":"r","pushAccountReceipts":"MCC-1"}',
      { kind: 'malformed' },
    ],
    ['a redirect', 302, '', { kind: 'malformed', status: 302 }],
    ['a 404 page', 404, '<html>', { kind: 'malformed', status: 404 }],
  ];
  it.each(table)('%s', async (_, status, body, expected) => {
    const { error, peer } = await push(answer(status, body, { location: 'http://127.0.0.1:9/' }));
    expect(error).toMatchObject({ sent: true, ...expected });
    expect(peer.received).toHaveLength(1);
  });

  it("keeps the gateway's words for the log and takes a card number out of a partner's", async () => {
    const { event } = await push(answer(401, gatewayObject('DECLINED')));
    expect(event).toMatchObject({ outcome: 'unauthorized', words: { reasonCode: 'DECLINED' } });
    const grouped = refusal.replace(digits, '5204 7400-0990.0014 and 4111111111111111');
    const { error } = await push(answer(200, grouped));
    const description = 'no range for [number removed] and [number removed]';
    expect(error).toMatchObject({ kind: 'rejected', description });
  });
});
