import { sign, type KeyObject } from 'node:crypto';

/** The key that signs hand-overs; its public half is published at `/__sandbox/jwks.json`. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly keyId: string;
}

/** What a hand-over says, in the order the real samples have it (spec 6.3). */
export interface SignedAccounts {
  readonly pushAccountReceipts: readonly string[];
  readonly callbackURL?: string;
  readonly completeWebsiteActivation: boolean;
  readonly accountHolderDataSupplied: boolean;
  readonly locale?: string;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * A compact JWS, RS256 (RFC 7515, 3.1; spec 6.3): header `alg` and `kid` only, compact JSON, no expiry.
 * `completeIssuerAppActivation` is not in it, as in every sample seen.
 */
export function signAccounts(accounts: SignedAccounts, key: SigningKey): string {
  const payload = {
    pushAccountReceipts: accounts.pushAccountReceipts,
    callbackURL: accounts.callbackURL,
    completeWebsiteActivation: accounts.completeWebsiteActivation,
    accountHolderDataSupplied: accounts.accountHolderDataSupplied,
    locale: accounts.locale,
  };
  const signed = `${part({ alg: 'RS256', kid: key.keyId })}.${part(payload)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key.privateKey).toString('base64url')}`;
}
