import type { KeyObject } from 'node:crypto';
import OAuth from 'mastercard-oauth1-signer';

/** 160 bits: the library's own nonce has 48, which a bank's traffic repeats within years. */
const NONCE_BYTES = 20;

export interface Signer {
  consumerKey: string;
  signingKey: KeyObject;
  randomBytes: (n: number) => Buffer;
}

/**
 * The `Authorization` header of one request: OAuth 1.0a, one-legged, RSA-SHA256, with `oauth_body_hash`
 * (spec section 2). Hashes the bytes it is given, so the caller must send exactly these.
 *
 * The base string and the signature are the library's; the nonce and the timestamp are ours, because the nonce
 * must not repeat and a skewed clock must be correctable.
 * @param atMs Unix time in milliseconds; the header carries whole seconds.
 */
export function authorizationHeader(
  signer: Signer,
  request: { method: 'GET' | 'POST'; url: string; body: Buffer | null },
  atMs: number,
): string {
  const nonce = signer.randomBytes(NONCE_BYTES).toString('hex');
  const timestamp = Math.floor(atMs / 1000);

  class SignerAt extends OAuth {
    static override getOAuthParams(...args: Parameters<typeof OAuth.getOAuthParams>) {
      return super
        .getOAuthParams(...args)
        .set('oauth_nonce', nonce)
        .set('oauth_timestamp', timestamp);
    }
  }
  return SignerAt.getAuthorizationHeader(
    request.url,
    request.method,
    request.body,
    signer.consumerKey,
    signer.signingKey,
  );
}
