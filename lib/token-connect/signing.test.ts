import { createHash, createVerify, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import bodyHash from '@/lib/testing/token-connect-vectors/body-hash.json';
import recordedRequest from '@/lib/testing/token-connect-vectors/push-request.encrypted.json';
import { makeTestKeys } from '@/lib/testing/token-connect-vectors/test-keys';
import { authorizationHeader } from './signing';

const keys = makeTestKeys();
const consumerKey = `${'Ab-_'.repeat(12)}!${'0123456789abcdef'.repeat(2)}0000000000000000`;
const signer = { consumerKey, signingKey: keys.privateKey, randomBytes };
const at = Date.UTC(2026, 10, 22);

function parse(header: string): Map<string, string> {
  expect(header.startsWith('OAuth ')).toBe(true);
  const parts = header.slice(6).split(',');
  return new Map(
    parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 2, -1)]),
  );
}

const escape = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** RFC 5849 section 3.4.1 from nothing but the specification; values as the header carries them, encoded once. */
function baseString(method: string, url: string, parameters: Map<string, string>): string {
  const { protocol, host, pathname } = new URL(url);
  const sorted = [...parameters].filter(([name]) => name !== 'oauth_signature').sort();
  const joined = sorted.map(([name, value]) => `${name}=${value}`).join('&');
  return [method, escape(`${protocol}//${host}${pathname}`), escape(joined)].join('&');
}

function verifies(method: string, url: string, header: string): boolean {
  const parameters = parse(header);
  const signature = decodeURIComponent(parameters.get('oauth_signature') ?? '');
  return createVerify('RSA-SHA256')
    .update(baseString(method, url, parameters))
    .verify(keys.publicKey, signature, 'base64');
}

/** The separators of the recorded client: a comma and a colon, each followed by a blank. */
function serialiseAsRecorded(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}: ${serialiseAsRecorded(v)}`);
  return `{${members.join(', ')}}`;
}

describe('the Authorization header', () => {
  it('KY-01: hashes the recorded request to the value of its recorded header', () => {
    const body = Buffer.from(serialiseAsRecorded(recordedRequest), 'utf8');
    const header = authorizationHeader(signer, { method: 'POST', url: 'https://a.example/x', body }, at);
    expect(body.byteLength).toBe(bodyHash.bytes);
    expect(parse(header).get('oauth_body_hash')).toBe(bodyHash.oauth_body_hash);
  });

  it('hashes the empty string where there is no body', () => {
    const header = authorizationHeader(signer, { method: 'GET', url: 'https://a.example/x', body: null }, at);
    expect(parse(header).get('oauth_body_hash')).toBe(bodyHash.empty_body_hash);
  });

  it('KY-03: verifies against a base string built from the specification alone, for random requests', () => {
    const paths = fc.stringMatching(/^[A-Za-z0-9._~-]{1,20}(\/[A-Za-z0-9._~-]{1,20}){0,3}$/);
    const hosts = fc.constantFrom(
      'https://api.mastercard.com/',
      'http://127.0.0.1:4010/mdes/',
      'https://HOST.example/',
    );
    fc.assert(
      fc.property(hosts, paths, fc.string({ unit: 'binary' }), (host, path, text) => {
        // Dots alone would be resolved away by any URL parser.
        const url = host + path.replaceAll('.', '-');
        const body = text === '' ? null : Buffer.from(text, 'utf8');
        const method = body ? 'POST' : 'GET';
        const header = authorizationHeader(signer, { method, url, body }, at);
        const hash = createHash('sha256')
          .update(body ?? '')
          .digest('base64');
        expect(parse(header).get('oauth_body_hash')).toBe(hash);
        expect(verifies(method, url, header)).toBe(true);
        expect(verifies('PUT', url, header)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('KY-02: never repeats a nonce of 160 random bits, and carries whole seconds of the given clock', () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 500; i++) {
      const parameters = parse(
        authorizationHeader(signer, { method: 'GET', url: 'https://a.example/x', body: null }, at + 999),
      );
      nonces.add(parameters.get('oauth_nonce') ?? '');
      expect(parameters.get('oauth_timestamp')).toBe(String(at / 1000));
    }
    expect(nonces.size).toBe(500);
    for (const nonce of nonces) expect(nonce).toMatch(/^[0-9a-f]{40}$/);
  });
});
