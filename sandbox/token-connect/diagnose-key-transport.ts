import { constants, createHash, privateDecrypt, type KeyObject } from 'node:crypto';

const HASHES = ['sha1', 'sha256', 'sha512'] as const;
type Hash = (typeof HASHES)[number];
const AES_KEY_BYTES = new Set([16, 24, 32]);

const xor = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((byte, at) => byte ^ (b[at] ?? 0)));

/** MGF1 (RFC 8017, B.2.1). */
function mask(seed: Buffer, bytes: number, hash: Hash): Buffer {
  const blocks: Buffer[] = [];
  for (let count = 0; Buffer.concat(blocks).length < bytes; count += 1) {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    blocks.push(createHash(hash).update(seed).update(counter).digest());
  }
  return Buffer.concat(blocks).subarray(0, bytes);
}

/** Whether the block is OAEP with these two hashes (RFC 8017, 7.1.2) around something as long as an AES key. */
function isOaep(block: Buffer, hash: Hash, maskHash: Hash): boolean {
  const label = createHash(hash).digest();
  const maskedSeed = block.subarray(1, 1 + label.length);
  const maskedRest = block.subarray(1 + label.length);
  const seed = xor(maskedSeed, mask(maskedRest, label.length, maskHash));
  const rest = xor(maskedRest, mask(seed, maskedRest.length, maskHash));
  if (!rest.subarray(0, label.length).equals(label)) return false;
  const one = rest.indexOf(1, label.length);
  return one >= 0 && AES_KEY_BYTES.has(rest.length - one - 1);
}

const name = (hash: Hash): string => hash.toUpperCase();

/**
 * How a key was wrapped that could not be unwrapped, in a sentence for the developer. A known trap: Java's
 * `OAEPWithSHA-512AndMGF1Padding` masks with SHA-1 unless `OAEPParameterSpec` says otherwise.
 */
export function diagnoseKeyTransport(encryptedKey: Buffer, named: string, key: KeyObject): string {
  const keyBytes = (key.asymmetricKeyDetails?.modulusLength ?? 2048) / 8;
  if (encryptedKey.length !== keyBytes)
    return `encryptedKey has ${encryptedKey.length} bytes and this key makes ${keyBytes}: it was wrapped for another key, or cut.`;
  let block: Buffer;
  try {
    block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, encryptedKey);
  } catch {
    return 'encryptedKey is no number that this key could have made: it was wrapped for another key.';
  }
  for (const hash of HASHES) {
    for (const maskHash of HASHES) {
      if (!isOaep(block, hash, maskHash)) continue;
      if (hash !== maskHash)
        return `It is wrapped with OAEP ${name(hash)} and MGF1 ${name(maskHash)}; both have to be ${named}. In Java, pass an OAEPParameterSpec with MGF1ParameterSpec.`;
      return `It is wrapped with OAEP ${name(hash)}, and oaepHashingAlgorithm says ${named}.`;
    }
  }
  if (block[0] === 0 && block[1] === 2)
    return 'It is wrapped with RSA PKCS#1 v1.5, which is refused; wrap with OAEP.';
  return 'It was wrapped for another public key: compare your certificate with the sandbox’s.';
}
