import { afterEach, describe, expect, it } from 'vitest';
import { answer, startPeer, type Behaviour, type Peer } from '@/lib/testing/token-connect-vectors/peer';
import {
  date,
  digits,
  gatewayArray,
  gatewayObject,
  input,
  keys,
  now,
  push,
  refusal,
  success,
} from '@/lib/testing/token-connect-vectors/push-harness';
import { createTokenConnectClient, type ExchangeEvent } from './client';

const peers: Peer[] = [];
afterEach(async () => {
  await Promise.all(peers.splice(0).map((peer) => peer.close()));
});

describe('the clock', () => {
  it('KY-02: a gateway whose clock runs away is corrected once and no more', async () => {
    const runaway: Behaviour = (socket, request, n) =>
      answer(401, gatewayArray('DECLINED'), { date: date(300 * (n + 1)) })(socket, request, n);
    const { error, event } = await push(runaway);
    expect(error).toMatchObject({ kind: 'unauthorized', attempts: 2 });
    expect(event).toMatchObject({ clockSkewSeconds: 300 });
  });

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

  it('a correction that did not help is forgotten', async () => {
    const peer = await startPeer(answer(401, gatewayArray('DECLINED'), { date: date(300) }));
    peers.push(peer);
    const client = createTokenConnectClient({
      baseUrl: peer.url,
      consumerKey: 'client!key',
      signingKey: keys.privateKey,
      encryptionCertificatePem: keys.certificatePem,
      now: () => now,
    });
    await client.pushMultipleAccounts(input);
    await client.pushMultipleAccounts(input);
    const stamps = peer.received.map((request) => Number(/oauth_timestamp="(\d+)"/.exec(request.head)?.[1]));
    expect(stamps.map((stamp) => stamp - now / 1000)).toEqual([0, 300, 0, 300]);
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
    [
      'F13: 2 MB',
      200,
      `{"responseId":"${'x'.repeat(2 ** 21)}"}`,
      { kind: 'malformed', detail: 'the answer is larger than 1 MB' },
    ],
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
