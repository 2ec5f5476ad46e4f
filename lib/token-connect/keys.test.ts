import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeTestKeys, toPkcs12 } from '@/lib/testing/token-connect-vectors/test-keys';
import { makeRsaKey } from '@/sandbox/testing/rsa-keys';
import { certificateFingerprint } from './encryption';
import { KeyFileError, isReadableByOthers, loadEncryptionCertificate, loadSigningKey } from './keys';

const keys = makeTestKeys();
const folder = mkdtempSync(join(tmpdir(), 'keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content, { mode: 0o600 });
  return file;
}

const p12 = put('key.p12', toPkcs12(keys, 'keystorepassword', 'keyalias'));

describe('the signing key', () => {
  it('comes out of a .p12 as Mastercard hands it out, with and without its alias', () => {
    const named = loadSigningKey({ file: p12, password: 'keystorepassword', alias: 'keyalias' });
    const only = loadSigningKey({ file: p12, password: 'keystorepassword' });
    expect(named.equals(keys.privateKey)).toBe(true);
    expect(only.equals(keys.privateKey)).toBe(true);
  });

  it('comes out of PEM, clear or encrypted', () => {
    const clear = put('key.pem', keys.privatePem);
    const sealed = keys.privateKey.export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'secret',
    });
    expect(loadSigningKey({ file: clear }).equals(keys.privateKey)).toBe(true);
    const key = loadSigningKey({ file: put('sealed.pem', sealed), password: 'secret' });
    expect(key.equals(keys.privateKey)).toBe(true);
  });

  it('is parsed once per content of its file', () => {
    const source = { file: put('rotated.pem', keys.privatePem) };
    const first = loadSigningKey(source);
    expect(loadSigningKey(source)).toBe(first);
    put('rotated.pem', makeTestKeys().privatePem);
    expect(loadSigningKey(source).equals(first)).toBe(false);
  });

  it('is refused with a sentence that names the file and no password', () => {
    const wrong = () => loadSigningKey({ file: p12, password: 'not-the-password' });
    expect(wrong).toThrow(KeyFileError);
    expect(wrong).toThrow(/key\.p12: not a PKCS#12 file, or another password/);
    expect(wrong).not.toThrow(/not-the-password/);
    const alias = () => loadSigningKey({ file: p12, password: 'keystorepassword', alias: 'other' });
    expect(alias).toThrow(/it holds: keyalias/);
    expect(() => loadSigningKey({ file: join(folder, 'none') })).toThrow(/cannot be read \(ENOENT\)/);
    expect(() => loadSigningKey({ file: put('x.pem', '-----BEGIN NOTHING-----') })).toThrow(KeyFileError);
    expect(() => loadSigningKey({ file: put('empty', '') })).toThrow(KeyFileError);
  });

  it('KY-06: is refused below 2048 bits and when it is no RSA key', () => {
    const short = put('short.pem', makeRsaKey(1024));
    expect(() => loadSigningKey({ file: short })).toThrow(/2048 bits/);
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const ec = put('ec.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(() => loadSigningKey({ file: ec })).toThrow(/must be RSA/);
  });

  it('KY-06: tells when other users of the machine could read it', () => {
    const file = put('open.pem', keys.privatePem);
    expect(isReadableByOthers(file)).toBe(false);
    chmodSync(file, 0o644);
    expect(isReadableByOthers(file)).toBe(true);
  });
});

describe('the encryption certificate', () => {
  it('is read in PEM and in DER, with the same fingerprint', () => {
    const der = Buffer.from(keys.certificatePem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
    const fromPem = loadEncryptionCertificate(put('cert.pem', keys.certificatePem));
    const fromDer = loadEncryptionCertificate(put('cert.der', der));
    expect(fromDer).toEqual(fromPem);
    expect(fromPem.sha256Fingerprint).toBe(certificateFingerprint(keys.certificatePem));
    expect(fromPem.notAfter).toEqual(new Date('2036-01-01T00:00:00Z'));
    expect(fromPem.subject).toContain('CN=Test');
  });

  it('is refused when the file holds something else', () => {
    expect(() => loadEncryptionCertificate(put('key-as-cert.pem', keys.privatePem))).toThrow(KeyFileError);
  });
});
