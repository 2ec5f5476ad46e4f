import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

/** All values under which clients in the wild name an encryption key: SHA-1 and SHA-256 of the certificate's DER and of the public key's SPKI (spec 3.3). */
export function fingerprintsOf(key: KeyObject, certificateDer: Uint8Array | undefined): ReadonlySet<string> {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const subjects: Uint8Array[] = [publicKey.export({ type: 'spki', format: 'der' })];
  if (certificateDer !== undefined) subjects.push(certificateDer);
  const digests = subjects.flatMap((der) =>
    ['sha1', 'sha256'].map((algorithm) => createHash(algorithm).update(der).digest('hex')),
  );
  return new Set(digests);
}
