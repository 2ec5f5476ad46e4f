import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { importPKCS8, type CryptoKey } from 'jose';
import type { OidcConfig } from '@/lib/config/oidc-env';

/** By the kind of the key: the algorithm of that kind which every provider takes (RFC 7518, 3.1). */
function algorithmOf(key: KeyObject): string | null {
  if (key.asymmetricKeyType === 'rsa') return 'RS256';
  if (key.asymmetricKeyType === 'ed25519') return 'EdDSA';
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (curve === 'prime256v1') return 'ES256';
  return curve === 'secp384r1' ? 'ES384' : null;
}

function read(file: string): { pem: string; algorithm: string | null } {
  const key = createPrivateKey(readFileSync(file));
  return { pem: String(key.export({ type: 'pkcs8', format: 'pem' })), algorithm: algorithmOf(key) };
}

/** What is wrong with the key file, as a sentence for an operator without a value; null when it can be used or none is set. */
export function providerKeyFault({ clientKeyFile: file }: OidcConfig): string | null {
  if (file === null) return null;
  try {
    if (read(file).algorithm === null) return 'OIDC_CLIENT_KEY_FILE must be RSA, P-256, P-384 or Ed25519.';
    const open = process.platform !== 'win32' && (statSync(file).mode & 0o004) !== 0;
    return open ? 'OIDC_CLIENT_KEY_FILE can be read by every account: chmod 600.' : null;
  } catch {
    return 'OIDC_CLIENT_KEY_FILE must be a private key in PEM that this account can read.';
  }
}

/** The key with which the portal proves to the provider who it is (`private_key_jwt`). Throws when the file cannot be used. */
export async function providerKey(file: string): Promise<CryptoKey> {
  const { pem, algorithm } = read(file);
  if (algorithm === null) throw new Error('a key of no known kind');
  return importPKCS8(pem, algorithm);
}
