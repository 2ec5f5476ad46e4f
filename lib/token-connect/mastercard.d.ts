/**
 * Typings for what we use of Mastercard's two libraries. The signer's own typings admit PEM text and strings only;
 * at run time it takes a KeyObject (three times faster) and a Buffer, and builds its parameters in a method that a
 * subclass may replace. An ambient declaration takes precedence over the package's.
 */
declare module 'mastercard-oauth1-signer' {
  import type { KeyObject } from 'node:crypto';

  interface Statics {
    getAuthorizationHeader(
      uri: string,
      method: string,
      payload: Buffer | null,
      consumerKey: string,
      signingKey: KeyObject,
    ): string;
    getOAuthParams(
      consumerKey: string,
      payload: Buffer | null,
      signatureMethod?: 'RSA-SHA256' | 'RSA-PSS-SHA256',
    ): Map<string, string | number>;
  }

  const OAuth: Statics & (new () => object);
  export default OAuth;
}

declare module 'mastercard-client-encryption' {
  export interface FieldLevelEncryptionConfig {
    paths: {
      path: string;
      toEncrypt: { element: string; obj: string }[];
      toDecrypt: { element: string; obj: string }[];
    }[];
    encryptedValueFieldName: string;
    encryptedKeyFieldName: string;
    ivFieldName: string;
    oaepHashingAlgorithmFieldName: string;
    publicKeyFingerprintFieldName: string;
    publicKeyFingerprint: string;
    oaepPaddingDigestAlgorithm: 'SHA-256' | 'SHA-512';
    dataEncoding: 'hex' | 'base64';
    encryptionCertificate: string;
    useCertificateContent: true;
  }

  export interface FieldLevelEncryption {
    encrypt(endpoint: string, header: object, body: object): { header: object; body: object };
  }

  const library: { FieldLevelEncryption: new (config: FieldLevelEncryptionConfig) => FieldLevelEncryption };
  export default library;
}
