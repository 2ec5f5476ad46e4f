import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import forge from 'node-forge';
import type { SigningKeySource } from '@/lib/token-connect/keys';

export interface SigningCertificate {
  notAfter: Date;
  /** Whether it is over this private key. */
  belongsTo: (key: KeyObject) => boolean;
}

/**
 * The certificate that stands beside a signing key, in the same PKCS#12 or PEM file; null where there is none. Of several the one
 * with the alias, else the first: the others are its issuers.
 * The key itself has been opened before (`loadSigningKey`), so that the file is known to be readable.
 */
export function signingCertificate(source: SigningKeySource): SigningCertificate | null {
  const content = readFileSync(source.file);
  const pem = content.includes('-----BEGIN') ? pemCertificate(content) : pkcs12Certificate(source, content);
  if (pem === null) return null;
  const certificate = new X509Certificate(pem);
  return {
    notAfter: new Date(certificate.validTo),
    belongsTo: (key) => createPublicKey(key).equals(certificate.publicKey),
  };
}

function pemCertificate(content: Buffer): string | null {
  return (
    /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(content.toString('latin1'))?.[0] ?? null
  );
}

function pkcs12Certificate({ password, alias }: SigningKeySource, content: Buffer): string | null {
  const asn1 = forge.asn1.fromDer(forge.util.createBuffer(content.toString('binary')));
  const store = forge.pkcs12.pkcs12FromAsn1(asn1, false, password ?? '');
  const type = forge.pki.oids['certBag'] ?? '';
  const named =
    alias === undefined ? [] : (store.getBags({ bagType: type, friendlyName: alias }).friendlyName ?? []);
  const bag = named[0] ?? store.getBags({ bagType: type })[type]?.[0];
  return bag?.cert === undefined ? null : forge.pki.certificateToPem(bag.cert);
}
