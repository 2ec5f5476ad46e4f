import { createHmac } from 'node:crypto';
import { CompactSign, exportJWK, type JSONWebKeySet } from 'jose';
import { describe, expect, it } from 'vitest';
import { goldenRedirects } from '@/lib/testing/token-connect-vectors/golden-redirects';
import samples from '@/lib/testing/token-connect-vectors/jws-samples.json';
import { makeTestKeys } from '@/lib/testing/token-connect-vectors/test-keys';
import { verifyPushSignature } from './signature';

const keys = makeTestKeys();
const kid = '20261122000000-MDES-token-connect-test';
const jwks: JSONWebKeySet = { keys: [{ ...(await exportJWK(keys.publicKey)), kid, alg: 'RS256' }] };
const payload = {
  pushAccountReceipts: ['MCC-1', 'DMC-2'],
  callbackURL: 'https://partnerbank.com/tokenization-results',
  completeWebsiteActivation: false,
  accountHolderDataSupplied: true,
  locale: 'en_US',
};
const expected = { jwks, receipts: ['DMC-2', 'MCC-1'], callbackUrl: payload.callbackURL };

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (header: { alg: string; kid?: string; jku?: string }, body: unknown = payload) =>
  new CompactSign(Buffer.from(JSON.stringify(body))).setProtectedHeader(header).sign(keys.privateKey);
const good = await sign({ alg: 'RS256', kid });

describe('PU-12, F20: the signature of a push', () => {
  it('is accepted from a known key about our receipts, in any order, and our callback', async () => {
    expect(await verifyPushSignature(good, expected)).toEqual({ ok: true });
  });

  it('is refused with any other algorithm, none and a secret made of the public key included', async () => {
    const [, body = ''] = good.split('.');
    const none = `${encode({ alg: 'none', kid })}.${body}.`;
    const head = `${encode({ alg: 'HS256', kid })}.${body}`;
    const spki = keys.publicKey.export({ type: 'spki', format: 'pem' });
    const hmac = `${head}.${createHmac('sha256', spki).update(head).digest('base64url')}`;
    const other = { ok: false, reason: 'algorithm' };
    expect(await verifyPushSignature(none, expected)).toEqual(other);
    expect(await verifyPushSignature(hmac, expected)).toEqual(other);
    expect(await verifyPushSignature(await sign({ alg: 'PS256', kid }), expected)).toEqual(other);
    expect(await verifyPushSignature('not a jws', expected)).toEqual(other);
  });

  it('is refused without a known kid, even where it names the place of its key', async () => {
    const unknown = { ok: false, reason: 'unknown_key' };
    const jku = 'https://evil.example/jwks.json';
    expect(await verifyPushSignature(await sign({ alg: 'RS256' }), expected)).toEqual(unknown);
    expect(await verifyPushSignature(await sign({ alg: 'RS256', kid: 'x', jku }), expected)).toEqual(unknown);
  });

  it('is refused when header, payload or signature were touched', async () => {
    const [head = '', , signature = ''] = good.split('.');
    const changed = encode({ ...payload, callbackURL: 'https://evil.example/' });
    const bad = { ok: false, reason: 'bad_signature' };
    expect(await verifyPushSignature(`${head}.${changed}.${signature}`, expected)).toEqual(bad);
    expect(await verifyPushSignature(good.slice(0, -8) + 'AAAAAAAA', expected)).toEqual(bad);
  });

  it('is refused when it speaks of other receipts or another callback', async () => {
    const fewer = { ...expected, receipts: ['MCC-1'] };
    expect(await verifyPushSignature(good, fewer)).toEqual({ ok: false, reason: 'receipts_differ' });
    const elsewhere = { ...expected, callbackUrl: 'https://partnerbank.com/other' };
    expect(await verifyPushSignature(good, elsewhere)).toEqual({ ok: false, reason: 'callback_differs' });
  });

  it('of every recorded sample is read as far as it can be: its key is not public', async () => {
    const all = [...samples.map((sample) => sample.jws), goldenRedirects.signed.signature];
    expect(samples).toHaveLength(5);
    for (const jws of all) {
      expect(await verifyPushSignature(jws, expected)).toEqual({ ok: false, reason: 'unknown_key' });
    }
    for (const { jws, header, payload: recorded, sigBytes } of samples) {
      const [h = '', p = '', s = ''] = jws.split('.');
      expect(JSON.parse(Buffer.from(h, 'base64url').toString())).toEqual(header);
      expect(JSON.parse(Buffer.from(p, 'base64url').toString())).toEqual(recorded);
      expect(Buffer.from(s, 'base64url')).toHaveLength(sigBytes);
      // With a key under their kid, only the signature itself is left to refuse them.
      const claimed = { keys: jwks.keys.map((key) => ({ ...key, kid: header.kid })) };
      const check = await verifyPushSignature(jws, { ...expected, jwks: claimed });
      expect(check).toEqual({ ok: false, reason: 'bad_signature' });
    }
  });
});
