import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { World } from '@/sandbox/world';
import { decodeSignature } from './decode-signature';
import { signAccounts, type SignedAccounts } from './sign-accounts';

let stranger: KeyObject | undefined;

/** A key that nobody has published; made when it is first needed. */
function strangersKey(): KeyObject {
  return (stranger ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
}

function payloadOf(signature: string): SignedAccounts | undefined {
  // It is one of our own making.
  return decodeSignature(signature)?.payload as SignedAccounts | undefined;
}

/** Ways in which a signature can be wrong (fault matrix F20). Each gets a right one and answers a wrong one. */
export const SIGNATURE_TWISTS = {
  /** The first character of the last part changes. */
  tampered: (signature: string): string => {
    const at = signature.lastIndexOf('.') + 1;
    return signature.slice(0, at) + (signature[at] === 'A' ? 'B' : 'A') + signature.slice(at + 1);
  },
  /** `alg: none` and no signature behind it (RFC 7515, appendix A.5). */
  algNone: (signature: string): string => {
    const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    return `${header}.${signature.split('.')[1] ?? ''}.`;
  },
  otherKey: (signature: string): string => {
    const payload = payloadOf(signature);
    const key = { privateKey: strangersKey(), keyId: '19990101000000-nobody' };
    return payload === undefined ? signature : signAccounts(payload, key);
  },
  /** By the right key, over these receipts instead. */
  over: (signature: string, pushAccountReceipts: readonly string[], world: World): string => {
    const payload = payloadOf(signature);
    return payload === undefined
      ? signature
      : signAccounts({ ...payload, pushAccountReceipts }, world.signingKey);
  },
};
