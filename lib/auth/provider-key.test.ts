import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OidcConfig } from '@/lib/config/oidc-env';
import { CLIENT, ProviderVisit, startIdentityProvider } from '@/lib/testing/identity-provider';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { config } from '@/lib/config/env';
import { openTestDatabase } from '@/lib/testing/database';
import { addTestCustomer } from '@/lib/testing/test-customer';
import { providerKeyFault } from './provider-key';
import { beginProviderSignIn, finishProviderSignIn } from './provider-sign-in';
import { openSession } from './session';

setEnvironment();
const PORTAL = 'http://localhost:3000';
const folder = mkdtempSync(path.join(tmpdir(), 'provider-key-'));
let closeDatabase: () => Promise<void>;
beforeAll(async () => {
  closeDatabase = await openTestDatabase();
});
afterAll(async () => {
  await closeDatabase();
  rmSync(folder, { recursive: true });
});

const fileOf = (name: string, content: string, mode = 0o600) => {
  const file = path.join(folder, name);
  writeFileSync(file, content, { mode });
  return file;
};
const pem = (key: KeyObject) => String(key.export({ type: 'pkcs8', format: 'pem' }));
const settings = (clientKeyFile: string | null, issuer = 'https://id.bank.example'): OidcConfig => ({
  issuer,
  clientId: CLIENT.id,
  clientSecret: null,
  clientKeyFile,
  clientKeyId: null,
  scopes: 'openid',
});
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed25519 = generateKeyPairSync('ed25519').privateKey;

describe('OIDC: the key by which the provider knows the portal', () => {
  it('may be RSA, P-256 or Ed25519, in PEM, for this account alone', () => {
    for (const [name, key] of Object.entries({ rsa, p256: p256.privateKey, ed25519 }))
      expect(providerKeyFault(settings(fileOf(name, pem(key))))).toBeNull();
    expect(providerKeyFault(settings(null))).toBeNull();
  });

  it('is refused in a sentence without a value: missing, no key, another kind, readable by everybody', () => {
    const secp256k1 = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey;
    const faults = [
      path.join(folder, 'nowhere'),
      fileOf('text', 'not a key'),
      fileOf('k1', pem(secp256k1)),
      fileOf('open', pem(rsa), 0o644),
    ].map((file) => providerKeyFault(settings(file)));
    expect(faults).toEqual([
      expect.stringContaining('must be a private key in PEM'),
      expect.stringContaining('must be a private key in PEM'),
      expect.stringContaining('must be RSA'),
      expect.stringContaining('chmod 600'),
    ]);
    for (const fault of faults) expect(fault).not.toContain(folder);
  });

  it('signs in with private_key_jwt at a provider that takes nothing else', async () => {
    const provider = await startIdentityProvider(PORTAL, {
      client_secret: undefined,
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      jwks: { keys: [{ ...p256.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig' }] },
    });
    try {
      config().oidc = {
        ...settings(fileOf('client', pem(p256.privateKey)), provider.issuer),
        clientKeyId: 'k1',
      };
      const { actor } = await addTestCustomer([{}], { oidcSubject: 'cif-key' });
      const { url, cookie } = await beginProviderSignIn('/cards', { asSomebodyElse: false });
      const back = await new ProviderVisit().signIn(url, 'cif-key', PORTAL);
      const nobody = { address: null, userAgent: null };
      const { token } = await finishProviderSignIn(new URL(back).search, cookie, nobody);
      expect((await openSession(token, false))?.customerId).toBe(actor.customer.id);
    } finally {
      await provider.stop();
    }
  });
});
