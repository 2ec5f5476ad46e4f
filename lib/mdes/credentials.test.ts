import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { afterAll, describe, expect, it } from 'vitest';
import type { Config } from '@/lib/config/env-schema';
import { parseConfig } from '@/lib/config/env-schema';
import { PORTAL_ENVIRONMENT } from '@/lib/testing/portal-environment';
import { makeTestKeys, toPkcs12 } from '@/lib/testing/token-connect-vectors/test-keys';
import { makeRsaKey } from '@/sandbox/testing/rsa-keys';
import { CredentialsError, loadCredentials } from './credentials';
import { keyExpiries } from './key-expiry';

const folder = mkdtempSync(join(tmpdir(), 'credentials-'));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, content: string | Buffer, mode = 0o600) => {
  const file = join(folder, name);
  writeFileSync(file, content, { mode });
  chmodSync(file, mode);
  return file;
};
const [keys, others, short] = [makeTestKeys(), makeTestKeys(), makeTestKeys(makeRsaKey(1024))];
const password = 'canary-password';
const files = {
  MDES_SIGNING_KEY_FILE: put('signing.p12', toPkcs12(keys, password, 'bank')),
  MDES_SIGNING_KEY_PASSWORD: password,
  MDES_SIGNING_KEY_ALIAS: 'bank',
  MDES_ENCRYPTION_CERT_FILE: put('certificate.pem', keys.certificatePem),
};
// The certificates of these tests are valid from 2026 to 2036.
const NOW = new Date('2026-11-22T12:00:00Z');
const settings = (change: Record<string, string> = {}): Config['mdes'] => {
  const parsed = parseConfig({ ...PORTAL_ENVIRONMENT, ...files, ...change });
  if (!parsed.ok) throw new Error(parsed.faults.join(' '));
  return parsed.config.mdes;
};
const faultsOf = (change: Record<string, string>, now = NOW): string[] => {
  try {
    loadCredentials(settings(change), now);
    return [];
  } catch (error) {
    return error instanceof CredentialsError ? error.faults : [String(error)];
  }
};
const mixed = () => {
  const asn1 = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(keys.privatePem),
    forge.pki.certificateFromPem(others.certificatePem),
    password,
    { algorithm: '3des', friendlyName: 'bank' },
  );
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
};

describe('the keys for MDES', () => {
  it('KY-05: are one key and one certificate, or two of each', () => {
    expect(loadCredentials(settings(), NOW)).toMatchObject({ signers: [{}], recipients: [{}], jwks: null });
    const two = loadCredentials(
      settings({
        MDES_SIGNING_KEY_FILE_2: put('second.pem', others.privatePem),
        MDES_CONSUMER_KEY_2: 'another!key',
        MDES_ENCRYPTION_CERT_FILE_2: put('second-certificate.pem', others.certificatePem),
        MDES_ENCRYPTION_FINGERPRINT_2: 'ab',
      }),
      NOW,
    );
    expect(two.signers.map(({ variable, consumerKey }) => [variable, consumerKey])).toEqual([
      ['MDES_SIGNING_KEY_FILE', PORTAL_ENVIRONMENT.MDES_CONSUMER_KEY],
      ['MDES_SIGNING_KEY_FILE_2', 'another!key'],
    ]);
    expect(two.recipients.map(({ fingerprint }) => fingerprint)).toEqual([null, 'ab']);
  });

  const refused: [title: string, change: () => Record<string, string>, sentence: RegExp, now?: Date][] = [
    [
      'a file that every account can read',
      () => ({ MDES_SIGNING_KEY_FILE: put('open.p12', toPkcs12(keys, password, 'bank'), 0o644) }),
      /^MDES_SIGNING_KEY_FILE can be read by every account/,
    ],
    [
      'a certificate that has ended',
      () => ({}),
      /^MDES_SIGNING_KEY_FILE expired on 2036-01-01/,
      new Date('2036-01-02T00:00:00Z'),
    ],
    [
      'a key of 1024 bits',
      () => ({ MDES_SIGNING_KEY_FILE: put('short.pem', short.privatePem), MDES_SIGNING_KEY_PASSWORD: '' }),
      /2048 bits/,
    ],
    [
      'a certificate of another key',
      () => ({ MDES_SIGNING_KEY_FILE: put('mixed.p12', mixed()) }),
      /certificate of another key/,
    ],
    [
      'a key of the sandbox in front of production',
      () => ({
        MDES_SIGNING_KEY_FILE: put('Bank-sandbox.p12', toPkcs12(keys, password, 'bank')),
        MDES_BASE_URL: 'https://api.mastercard.com/mdes',
      }),
      /key for the sandbox/,
    ],
    [
      'a missing file',
      () => ({ MDES_SIGNING_KEY_FILE_2: join(folder, 'missing') }),
      /^MDES_SIGNING_KEY_FILE_2: .*ENOENT/,
    ],
    ['a JWKS that is none', () => ({ MDES_JWS_KEYS_FILE: put('jwks', '{') }), /^MDES_JWS_KEYS_FILE: .*JWKS/],
  ];
  it.each(refused)('KY-06: refuses %s in one sentence', (_title, change, sentence, now) => {
    const faults = faultsOf(change(), now);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(sentence);
    expect(faults[0]).not.toContain(password);
  });

  it('KY-06: names every fault at once', () => {
    const faults = faultsOf({
      MDES_SIGNING_KEY_FILE: put('open-and-mixed.p12', mixed(), 0o644),
      MDES_ENCRYPTION_CERT_FILE: join(folder, 'nowhere.pem'),
    });
    expect(faults).toHaveLength(3);
  });

  it('KY-06: a certificate to encrypt for that has ended is used, and said to have ended', () => {
    const change = { MDES_SIGNING_KEY_FILE: put('bare.pem', keys.privatePem), MDES_SIGNING_KEY_PASSWORD: '' };
    const late = new Date('2036-01-11T00:00:00Z');
    expect(faultsOf(change, late)).toEqual([]);
    expect(keyExpiries(settings(change), late)).toEqual([
      { variable: 'MDES_ENCRYPTION_CERT_FILE', days: -10 },
    ]);
  });

  it('KY-06: tells the days that are left, of key and certificate', () => {
    expect(keyExpiries(settings(), new Date('2035-12-02T00:00:00Z'))).toEqual([
      { variable: 'MDES_SIGNING_KEY_FILE', days: 30 },
      { variable: 'MDES_ENCRYPTION_CERT_FILE', days: 30 },
    ]);
  });
});
