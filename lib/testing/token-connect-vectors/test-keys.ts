import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import forge from 'node-forge';
import { nextRsaKey } from '@/sandbox/testing/rsa-keys';

export interface TestKeys {
  privateKey: KeyObject;
  privatePem: string;
  publicKey: KeyObject;
  certificatePem: string;
}

/** An RSA key with a self-signed certificate over it, another one at each call; with `hosts` a server of those names can use it for TLS. */
export function makeTestKeys(privatePem = nextRsaKey(), hosts?: { dns: string[]; ip: string[] }): TestKeys {
  const privateKey = createPrivateKey(privatePem);
  const publicKey = createPublicKey(privateKey);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(
    publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  );
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date('2026-01-01T00:00:00Z');
  certificate.validity.notAfter = new Date('2036-01-01T00:00:00Z');
  const name = [{ name: 'commonName', value: 'Test' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  if (hosts !== undefined)
    certificate.setExtensions([
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...hosts.dns.map((value) => ({ type: 2, value })),
          ...hosts.ip.map((ip) => ({ type: 7, ip })),
        ],
      },
    ]);
  certificate.sign(forge.pki.privateKeyFromPem(privatePem), forge.md.sha256.create());
  return {
    privateKey,
    privatePem,
    publicKey,
    certificatePem: forge.pki.certificateToPem(certificate),
  };
}

/** The same key as Mastercard hands it out: PKCS#12 under an alias. */
export function toPkcs12(keys: TestKeys, password: string, alias: string): Buffer {
  const asn1 = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(keys.privatePem),
    forge.pki.certificateFromPem(keys.certificatePem),
    password,
    { algorithm: '3des', friendlyName: alias },
  );
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
}
