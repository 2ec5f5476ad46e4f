import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import forge from 'node-forge';

export interface TestKeys {
  privateKey: KeyObject;
  privatePem: string;
  publicKey: KeyObject;
  certificatePem: string;
}

/** A fresh RSA key with a self-signed certificate over it; with `hosts` a server of those names can use it for TLS. */
export function makeTestKeys(bits = 2048, hosts?: { dns: string[]; ip: string[] }): TestKeys {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey);
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
  certificate.sign(forge.pki.privateKeyFromPem(pair.privateKey), forge.md.sha256.create());
  const privateKey = createPrivateKey(pair.privateKey);
  return {
    privateKey,
    privatePem: pair.privateKey,
    publicKey: createPublicKey(pair.publicKey),
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
