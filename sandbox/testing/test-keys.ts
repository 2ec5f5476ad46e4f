import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nextRsaKey } from './rsa-keys';

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

function rsa(): KeyPair {
  const privateKey = createPrivateKey(nextRsaKey());
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Keys for tests, each made when it is first asked for. */
export const bankKeys = once(rsa);
export const otherBankKeys = once(rsa);
export const encryptionKeys = once(rsa);
export const signingKeys = once(rsa);

/** A self-signed certificate of the encryption key, in DER, made with the openssl command. */
export const encryptionCertificateDer = once((): Uint8Array => {
  const directory = mkdtempSync(join(tmpdir(), 'sandbox-cert-'));
  const keyFile = join(directory, 'key.pem');
  const certificateFile = join(directory, 'cert.pem');
  writeFileSync(keyFile, encryptionKeys().privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
  });
  const args = [
    'req',
    '-x509',
    '-new',
    '-key',
    keyFile,
    '-subj',
    '/CN=sandbox',
    '-days',
    '30',
    '-out',
    certificateFile,
  ];
  execFileSync('openssl', args, { stdio: 'ignore' });
  const der = new X509Certificate(readFileSync(certificateFile)).raw;
  rmSync(directory, { recursive: true });
  return new Uint8Array(der);
});
