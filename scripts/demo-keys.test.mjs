import { createPrivateKey, createPublicKey, sign, verify, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDemoKeys } from './demo-keys.mjs';

const IDENTITY = {
  consumerKey: 'demo-client!0123',
  password: 'open sesame',
  alias: 'portal-signing',
  bank: 'Partner Bank',
};
let dir;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'demo-keys-'));
  await ensureDemoKeys(dir, IDENTITY);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const text = (name) => readFile(join(dir, name), 'utf8');

/** @param {string} password */
async function openKeyStore(password) {
  const bytes = await readFile(join(dir, 'portal-signing.p12'));
  return forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(bytes.toString('binary')), password);
}

/** @param {import('node:crypto').KeyObject} privateKey @param {import('node:crypto').KeyObject} publicKey */
function belongTogether(privateKey, publicKey) {
  const message = Buffer.from('a message');
  return verify('sha256', message, publicKey, sign('sha256', message, privateKey));
}

describe('demo keys', () => {
  it('puts the signing key into a store that opens with its password, under its alias', async () => {
    const store = await openKeyStore(IDENTITY.password);
    const [bag] = store.getBags({
      friendlyName: IDENTITY.alias,
      bagType: forge.pki.oids.pkcs8ShroudedKeyBag,
    }).friendlyName;
    const privateKey = createPrivateKey(forge.pki.privateKeyToPem(bag.key));
    expect(belongTogether(privateKey, createPublicKey(await text('portal-signing-public.pem')))).toBe(true);
    const [certBag] = store.getBags({ bagType: forge.pki.oids.certBag })[forge.pki.oids.certBag];
    expect(new X509Certificate(forge.pki.certificateToPem(certBag.cert)).checkPrivateKey(privateKey)).toBe(
      true,
    );
  });

  it('keeps the store shut to another password', async () => {
    await expect(openKeyStore('wrong')).rejects.toThrow();
  });

  it('registers the portal at the sandbox with the key that it signs with', async () => {
    const client = JSON.parse(await text('clients/portal.json'));
    expect(client).toEqual({
      consumerKey: IDENTITY.consumerKey,
      publicKeyPem: await text('portal-signing-public.pem'),
      name: 'Partner Bank',
    });
  });

  it('takes another name of the bank and keeps its keys', async () => {
    const before = JSON.parse(await text('clients/portal.json'));
    await ensureDemoKeys(dir, { ...IDENTITY, bank: 'Alder Savings' });
    expect(JSON.parse(await text('clients/portal.json'))).toEqual({ ...before, name: 'Alder Savings' });
    await ensureDemoKeys(dir, IDENTITY);
    expect(JSON.parse(await text('clients/portal.json'))).toEqual(before);
  });

  it('makes an encryption certificate that matches its key and is valid now', async () => {
    const certificate = new X509Certificate(await text('sandbox-encryption-cert.pem'));
    const key = createPrivateKey(await text('sandbox-encryption-key.pem'));
    expect(certificate.checkPrivateKey(key)).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(key.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
    expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now() + 365 * 86_400_000);
  });

  it('publishes the key that signs what the sandbox returns, and nothing private of it', async () => {
    const { keys } = JSON.parse(await text('sandbox-jwks.json'));
    const kid = (await text('sandbox-jws-kid.txt')).trim();
    expect(kid).toMatch(/^\d{14}-MDES-token-connect-sim$/);
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0]).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(keys[0].kid).toBe(kid);
    const publicKey = createPublicKey({ key: keys[0], format: 'jwk' });
    expect(belongTogether(createPrivateKey(await text('sandbox-jws-key.pem')), publicKey)).toBe(true);
  });

  it('makes both halves anew when one is lost, and leaves the other keys alone', async () => {
    const store = await stat(join(dir, 'portal-signing.p12'));
    const oldKey = await text('sandbox-encryption-key.pem');
    await rm(join(dir, 'sandbox-encryption-cert.pem'));
    await ensureDemoKeys(dir, IDENTITY);
    const newKey = await text('sandbox-encryption-key.pem');
    expect(newKey).not.toBe(oldKey);
    const certificate = new X509Certificate(await text('sandbox-encryption-cert.pem'));
    expect(certificate.checkPrivateKey(createPrivateKey(newKey))).toBe(true);
    expect((await stat(join(dir, 'portal-signing.p12'))).mtimeMs).toBe(store.mtimeMs);
  });
});
