import { verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import { account, authorization } from '@/sandbox/testing/test-bank';
import { bankKeys, signingKeys } from '@/sandbox/testing/test-keys';
import {
  call,
  CONSUMER_KEY,
  ORIGIN,
  PUSH,
  pushBody,
  testSandbox,
  type PushAnswer,
} from '@/sandbox/testing/test-sandbox';
import { decodeSignature } from './decode-signature';

const CARD = testCardNumber('1', '000', 1);

describe('test cards that spoil the whole call', () => {
  const push = async (code: string, requestId = 'r-1', sandbox = testSandbox({ stallMs: 50 })) => {
    const numbers = [CARD, testCardNumber('0', code, 1)];
    const response = await call(
      sandbox,
      'POST',
      PUSH,
      JSON.stringify(
        pushBody(
          numbers.map((number) => account(number)),
          { requestId },
        ),
      ),
    );
    return { response, text: await response.text() };
  };

  it.each([
    ['401', 401, 'DECLINED', null],
    ['403', 403, 'AUTHENTICATION_FAILED', null],
    ['429', 429, 'RATE_LIMIT_EXCEEDED', '2'],
    ['500', 500, 'INTERNAL_ERROR', null],
    ['503', 503, 'SERVICE_UNAVAILABLE', '1'],
    ['504', 504, 'GATEWAY_TIMEOUT', null],
  ])('%s answers status %i in the gateway’s shape', async (code, status, reason, retryAfter) => {
    const { response, text } = await push(code);
    expect([response.status, response.headers.get('retry-after')]).toEqual([status, retryAfter]);
    expect(JSON.parse(text)).toMatchObject({
      Errors: { Error: [{ Source: 'Gateway', ReasonCode: reason, Recoverable: false }] },
    });
  });

  it('503 passes at the second attempt of the same request id', async () => {
    const sandbox = testSandbox();
    expect((await push('503', 'again', sandbox)).response.status).toBe(503);
    expect((await push('503', 'again', sandbox)).response.status).toBe(200);
    expect((await push('503', 'other', sandbox)).response.status).toBe(503);
  });

  it('400 answers status 200 with errors for the whole call', async () => {
    const { response, text } = await push('400');
    expect(response.status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ source: 'MDES', reasonCode: 'AUTHORIZATION_FAILED' }],
    });
  });

  it('601 is a web page, 602 is half a JSON', async () => {
    const page = await push('601');
    expect([page.response.status, page.response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    const half = await push('602');
    expect(half.response.status).toBe(200);
    expect(() => JSON.parse(half.text) as unknown).toThrow();
  });

  it('603 names a hostile address, 604 leaves the signature out, 606 adds a receipt nobody asked for', async () => {
    expect(JSON.parse((await push('603')).text)).toMatchObject({
      availablePushMethods: [{ uri: 'https://evil.example/provision' }],
    });
    const unsigned = JSON.parse((await push('604')).text) as PushAnswer;
    expect([unsigned.signature, unsigned.tokenRequestorSignatureSupport]).toEqual([undefined, true]);
    expect((JSON.parse((await push('606')).text) as PushAnswer).pushAccountReceipts).toHaveLength(3);
  });

  it('605 carries a signature that does not verify', async () => {
    const { signature = '' } = JSON.parse((await push('605')).text) as PushAnswer;
    const decoded = decodeSignature(signature);
    expect(decoded).toBeDefined();
    expect(
      verify(
        'sha256',
        Buffer.from(decoded?.signed ?? ''),
        signingKeys().publicKey,
        decoded?.signature ?? Buffer.alloc(0),
      ),
    ).toBe(false);
  });

  it('a stalled call ends as soon as the caller gives up', async () => {
    const sandbox = testSandbox({ stallMs: 60_000 });
    const gone = new AbortController();
    const body = JSON.stringify(pushBody([account(testCardNumber('0', '504', 1))]));
    const address = `${ORIGIN}/mdes${PUSH}`;
    const header = authorization('POST', address, body, {
      consumerKey: CONSUMER_KEY,
      privateKey: bankKeys().privateKey,
    });
    setTimeout(() => gone.abort(), 50);
    const response = await sandbox.fetch(
      new Request(address, {
        method: 'POST',
        body,
        headers: { authorization: header, 'content-type': 'application/json' },
        signal: gone.signal,
      }),
    );
    expect(response.status).toBe(504);
  });
});
