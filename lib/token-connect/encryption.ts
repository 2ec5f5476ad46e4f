import { X509Certificate } from 'node:crypto';
import mastercard, { type FieldLevelEncryption } from 'mastercard-client-encryption';
import { EncryptionError } from './errors';

/** The six members that replace the array on the wire (spec section 3.2). */
export interface EncryptedPayload {
  encryptedData: string;
  encryptedKey: string;
  iv: string;
  oaepHashingAlgorithm: string;
  publicKeyFingerprint: string;
}

export type Encrypt = (accounts: object[]) => EncryptedPayload;

const ENDPOINT = '/pushMultipleAccounts';
const PAYLOAD = 'pushFundingAccounts.encryptedPayload';

/** SHA-256 over the DER certificate, lower-case hex: the form Mastercard's sandbox accepts (spec section 3.3). */
export function certificateFingerprint(certificatePem: string): string {
  return new X509Certificate(certificatePem).fingerprint256.replaceAll(':', '').toLowerCase();
}

/**
 * Mastercard field-level encryption as Token Connect wants it (spec section 3.1): AES-128-CBC, key wrapped with
 * RSA-OAEP over SHA-512, hex. A fresh AES key and IV for every call.
 *
 * The certificate's dates are not looked at: the one of Mastercard's sandbox expired in 2020 and is in use.
 * @throws {EncryptionError} when the certificate cannot be read or holds no RSA key.
 */
export function createEncryption(certificatePem: string, fingerprint?: string): Encrypt {
  const library = openLibrary(certificatePem, fingerprint);
  return (accounts) => {
    // The library mutates what it is given and copies nothing: this object exists for it alone.
    const body = { pushFundingAccounts: { encryptedPayload: { encryptedData: accounts as unknown } } };
    try {
      library.encrypt(ENDPOINT, {}, body);
    } catch {
      // Its messages may quote the input.
      throw new EncryptionError('the payload could not be encrypted with the configured certificate');
    }
    const sealed: unknown = body.pushFundingAccounts.encryptedPayload;
    if (!isEncryptedPayload(sealed))
      throw new EncryptionError('the encryption library returned no ciphertext');
    return sealed;
  };
}

function openLibrary(certificatePem: string, fingerprint: string | undefined): FieldLevelEncryption {
  try {
    return new mastercard.FieldLevelEncryption({
      paths: [
        {
          path: ENDPOINT,
          toEncrypt: [{ element: `${PAYLOAD}.encryptedData`, obj: PAYLOAD }],
          toDecrypt: [],
        },
      ],
      encryptedValueFieldName: 'encryptedData',
      encryptedKeyFieldName: 'encryptedKey',
      ivFieldName: 'iv',
      oaepHashingAlgorithmFieldName: 'oaepHashingAlgorithm',
      publicKeyFingerprintFieldName: 'publicKeyFingerprint',
      publicKeyFingerprint: fingerprint ?? certificateFingerprint(certificatePem),
      oaepPaddingDigestAlgorithm: 'SHA-512',
      dataEncoding: 'hex',
      encryptionCertificate: certificatePem,
      useCertificateContent: true,
    });
  } catch (cause) {
    throw new EncryptionError('the encryption certificate is not a readable RSA certificate', { cause });
  }
}

function isEncryptedPayload(value: unknown): value is EncryptedPayload {
  if (typeof value !== 'object' || value === null) return false;
  const names = ['encryptedData', 'encryptedKey', 'iv', 'oaepHashingAlgorithm', 'publicKeyFingerprint'];
  return names.every((name) => typeof Reflect.get(value, name) === 'string');
}
