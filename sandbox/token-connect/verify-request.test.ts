import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { authorization } from '@/sandbox/testing/test-bank';
import { bankKeys, otherBankKeys } from '@/sandbox/testing/test-keys';
import { bankRegistration, call, CONSUMER_KEY, ORIGIN, testSandbox } from '@/sandbox/testing/test-sandbox';
import { rfc5849BaseString, signerLibraryBaseString } from './base-string';

const PATH = '/connect/1/0/getEligibleTokenRequestors';
const BODY = JSON.stringify({ requestId: 'r-1', accountRanges: ['512345000'] });
const ADDRESS = `${ORIGIN}/mdes${PATH}`;
const signing = { consumerKey: CONSUMER_KEY, privateKey: bankKeys().privateKey };

interface GatewayError {
  readonly Source: string;
  readonly ReasonCode: string;
  readonly Description: string;
  readonly Recoverable: boolean;
  readonly Details: string | null;
}

async function refused(
  header: string | null,
  body = BODY,
  sandbox = testSandbox(),
): Promise<{ status: number; error: GatewayError }> {
  const headers = header === null ? {} : { authorization: header };
  const response = await sandbox.fetch(new Request(ADDRESS, { method: 'POST', body, headers }));
  const json = (await response.json()) as { Errors?: { Error: GatewayError[] } };
  const error = json.Errors?.Error[0];
  if (error === undefined) throw new Error('the gateway accepted the request');
  return { status: response.status, error };
}

describe('SI-02: the gateway', () => {
  it.each(['signer-library', 'rfc5849'] as const)(
    'accepts a request signed over the base string of form %s and notes the form',
    async (form) => {
      const sandbox = testSandbox();
      expect((await call(sandbox, 'POST', PATH, BODY, { form })).status).toBe(200);
      const journal = await sandbox.fetch(new Request(`${ORIGIN}/__sandbox/v1/journal`));
      const { entries } = (await journal.json()) as {
        entries: { verification: { baseStringForm: string; passed: string[] } }[];
      };
      expect(entries[0]?.verification.baseStringForm).toBe(form);
      expect(entries[0]?.verification.passed.slice(0, 6)).toEqual([
        'authorization-header',
        'consumer-key',
        'timestamp',
        'body-hash',
        'signature',
        'nonce',
      ]);
    },
  );

  it('reads parameters in any order and with spaces between them', async () => {
    const header = authorization('POST', ADDRESS, BODY, signing);
    const shuffled = `OAuth ${header.slice(6).split(',').reverse().join(', ')}`;
    const response = await testSandbox().fetch(
      new Request(ADDRESS, {
        method: 'POST',
        body: BODY,
        headers: { authorization: shuffled, 'content-type': 'application/json' },
      }),
    );
    expect(response.status).toBe(200);
  });

  it.each([
    ['no header', null],
    ['another scheme', 'Bearer abc'],
    ['no pairs', 'OAuth nonsense'],
    ['a foreign parameter', 'OAuth color="blue"'],
    [
      'broken escaping',
      authorization('POST', ADDRESS, BODY, signing).replace('oauth_nonce="', 'oauth_nonce="%zz'),
    ],
  ])('answers 400 INVALID_AUTH_HEADER to %s', async (_what, header) => {
    const { status, error } = await refused(header);
    expect([status, error.ReasonCode, error.Source, error.Recoverable]).toEqual([
      400,
      'INVALID_AUTH_HEADER',
      'Gateway',
      false,
    ]);
    expect(error.Details).toContain('check: authorization-header');
  });

  it.each([
    'oauth_consumer_key',
    'oauth_nonce',
    'oauth_timestamp',
    'oauth_signature_method',
    'oauth_body_hash',
    'oauth_signature',
  ])('answers 400 when %s is missing', async (name) => {
    const header = authorization('POST', ADDRESS, BODY, signing);
    const { status, error } = await refused(
      `OAuth ${header
        .slice(6)
        .split(',')
        .filter((piece) => !piece.startsWith(name + '='))
        .join(',')}`,
    );
    expect([status, error.ReasonCode]).toEqual([400, 'INVALID_AUTH_HEADER']);
    expect(error.Description).toContain(name);
  });

  it('answers 400 when a parameter stands twice, or the method is another one', async () => {
    const header = authorization('POST', ADDRESS, BODY, signing);
    expect((await refused(`${header},oauth_nonce="x"`)).status).toBe(400);
    expect((await refused(header.replace('RSA-SHA256', 'HMAC-SHA1'))).status).toBe(400);
  });

  it('answers 403 to an unknown consumer key', async () => {
    const { status, error } = await refused(
      authorization('POST', ADDRESS, BODY, {
        ...signing,
        consumerKey: `${'x'.repeat(48)}!${'0'.repeat(48)}`,
      }),
    );
    expect([status, error.ReasonCode]).toEqual([403, 'AUTHENTICATION_FAILED']);
    expect(error.Details).toContain('check: consumer-key');
  });

  it('answers 401 DECLINED to a timestamp more than five minutes off, either way, and accepts one within', async () => {
    const now = Math.floor(Date.now() / 1000);
    for (const timestamp of [now - 310, now + 310]) {
      const { status, error } = await refused(
        authorization('POST', ADDRESS, BODY, { ...signing, timestamp }),
      );
      expect([status, error.ReasonCode]).toEqual([401, 'DECLINED']);
      expect(error.Details).toContain('check: timestamp');
    }
    expect((await call(testSandbox(), 'POST', PATH, BODY, { timestamp: now - 280 })).status).toBe(200);
  });

  it('answers 403 when one bit of the body changed, and shows both hashes', async () => {
    const header = authorization('POST', ADDRESS, BODY, signing);
    const changed = BODY.replace('r-1', 'r-0');
    const { status, error } = await refused(header, changed);
    expect([status, error.ReasonCode]).toEqual([403, 'AUTHENTICATION_FAILED']);
    expect(error.Details).toContain('check: body-hash');
    expect(error.Details).toContain(createHash('sha256').update(changed).digest('base64'));
  });

  it('answers 403 when whitespace of the body changed: the hash is over the bytes, not over the JSON', async () => {
    const { error } = await refused(authorization('POST', ADDRESS, BODY, signing), `${BODY} `);
    expect(error.Details).toContain('check: body-hash');
  });

  it.each([
    ['the nonce', (all: Map<string, string>) => all.set('oauth_nonce', 'another')],
    [
      'the timestamp',
      (all: Map<string, string>) =>
        all.set('oauth_timestamp', String(Number(all.get('oauth_timestamp')) + 1)),
    ],
    ['the version', (all: Map<string, string>) => all.delete('oauth_version')],
  ])('answers 403 and shows both base strings when %s was changed after signing', async (_what, alter) => {
    const { status, error } = await refused(authorization('POST', ADDRESS, BODY, { ...signing, alter }));
    expect(status).toBe(403);
    expect(error.Details).toContain('check: signature');
    expect(error.Details).toContain(
      'base string (RFC 5849): POST&http%3A%2F%2F127.0.0.1%3A4010%2Fmdes%2Fconnect',
    );
    expect(error.Details).toContain(
      'base string (signer library): POST&http%3A%2F%2F127.0.0.1%3A4010%2Fmdes%2Fconnect',
    );
  });

  it('answers 403 when any one bit of the signature is flipped', async () => {
    const header = authorization('POST', ADDRESS, BODY, signing);
    const signature = Buffer.from(
      decodeURIComponent(/oauth_signature="([^"]+)"/.exec(header)?.[1] ?? ''),
      'base64',
    );
    for (const bit of [0, 7, 1023, 2047]) {
      const flipped = Buffer.from(signature);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const { error } = await refused(
        header.replace(
          /oauth_signature="[^"]+"/,
          `oauth_signature="${encodeURIComponent(flipped.toString('base64'))}"`,
        ),
      );
      expect(error.Details).toContain('check: signature');
    }
  });

  it('answers 403 to the signature of another key, another method and another path', async () => {
    const others = [
      authorization('POST', ADDRESS, BODY, { ...signing, privateKey: otherBankKeys().privateKey }),
      authorization('PUT', ADDRESS, BODY, signing),
      authorization('POST', `${ADDRESS}x`, BODY, signing),
    ];
    for (const header of others) expect((await refused(header)).error.Details).toContain('check: signature');
  });

  it('refuses a replayed nonce within the window, and a forged request does not use nonces up', async () => {
    const sandbox = testSandbox();
    const forged = authorization('POST', ADDRESS, BODY, {
      ...signing,
      nonce: 'n1',
      privateKey: otherBankKeys().privateKey,
    });
    expect((await refused(forged, BODY, sandbox)).status).toBe(403);
    expect((await call(sandbox, 'POST', PATH, BODY, { nonce: 'n1' })).status).toBe(200);
    const { status, error } = await refused(
      authorization('POST', ADDRESS, BODY, { ...signing, nonce: 'n1' }),
      BODY,
      sandbox,
    );
    expect(status).toBe(403);
    expect(error.Details).toContain('check: nonce');
  });

  it('signs a GET over the hash of nothing', async () => {
    const path = '/issuer-assets/1/0/asset/tokenrequestor/0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0001';
    expect((await call(testSandbox(), 'GET', path, '')).status).toBe(200);
  });

  it('accepts a client that was registered while it runs', async () => {
    const sandbox = testSandbox({ clients: [] });
    expect((await call(sandbox, 'POST', PATH, BODY)).status).toBe(403);
    const registration = { method: 'POST', body: JSON.stringify(bankRegistration()) };
    expect((await sandbox.fetch(new Request(`${ORIGIN}/__sandbox/v1/clients`, registration))).status).toBe(
      201,
    );
    expect((await call(sandbox, 'POST', PATH, BODY)).status).toBe(200);
  });
});

describe('golden values', () => {
  const vector = JSON.parse(readFileSync('sandbox/fixtures/body-hash.json', 'utf8')) as {
    bytes: number;
    oauth_body_hash: string;
    empty_body_hash: string;
  };

  /** JSON as Python writes it by default: `", "` and `": "`. */
  function pythonJson(value: unknown): string {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    return `{${Object.entries(value)
      .map(([name, member]) => `${JSON.stringify(name)}: ${pythonJson(member)}`)
      .join(', ')}}`;
  }

  it('hashes the recorded request to the recorded value', () => {
    const body = pythonJson(JSON.parse(readFileSync('sandbox/fixtures/push-request.encrypted.json', 'utf8')));
    expect(Buffer.byteLength(body)).toBe(vector.bytes);
    expect(createHash('sha256').update(body).digest('base64')).toBe(vector.oauth_body_hash);
    expect(createHash('sha256').update('').digest('base64')).toBe(vector.empty_body_hash);
  });

  it('passes the body-hash check with the recorded bytes: the request fails later, at the fingerprint of a key that is not ours', async () => {
    const body = pythonJson(JSON.parse(readFileSync('sandbox/fixtures/push-request.encrypted.json', 'utf8')));
    const sandbox = testSandbox();
    const response = await call(sandbox, 'POST', '/connect/1/0/pushMultipleAccounts', body);
    expect(response.status).toBe(200);
    expect(((await response.json()) as { errors: { reasonCode: string }[] }).errors[0]?.reasonCode).toBe(
      'CRYPTOGRAPHY_ERROR',
    );
    const journal = await sandbox.fetch(new Request(`${ORIGIN}/__sandbox/v1/journal`));
    const { entries } = (await journal.json()) as {
      entries: { verification: { bodyHash: string; failed: string } }[];
    };
    expect(entries[0]?.verification).toMatchObject({
      bodyHash: vector.oauth_body_hash,
      failed: 'fingerprint',
    });
  });

  it('builds the base string of the example in RFC 5849, 3.4.1.1, without its form body', () => {
    const url = new URL('http://example.com/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b');
    const signed = [
      ['oauth_consumer_key', '9djdj82h48djs9d2'],
      ['oauth_token', 'kkk9d7dh3k39sjv7'],
      ['oauth_signature_method', 'HMAC-SHA1'],
      ['oauth_timestamp', '137131201'],
      ['oauth_nonce', '7d8f3e4a'],
      ['c2', ''],
      ['a3', '2 q'],
    ] as const;
    expect(rfc5849BaseString('post', url, signed)).toBe(
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26' +
        'oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    );
  });

  it('escapes values once in the signer library’s form and twice in the form of the RFC', () => {
    const url = new URL('http://127.0.0.1:4010/x');
    const signed = [
      ['oauth_consumer_key', 'a!b'],
      ['oauth_body_hash', 'q+/='],
    ] as const;
    expect(signerLibraryBaseString('GET', url, signed)).toBe(
      'GET&http%3A%2F%2F127.0.0.1%3A4010%2Fx&oauth_body_hash%3Dq%2B%2F%3D%26oauth_consumer_key%3Da%21b',
    );
    expect(rfc5849BaseString('GET', url, signed)).toBe(
      'GET&http%3A%2F%2F127.0.0.1%3A4010%2Fx&oauth_body_hash%3Dq%252B%252F%253D%26oauth_consumer_key%3Da%2521b',
    );
  });
});
