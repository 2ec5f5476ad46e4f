import { createHash, randomBytes } from 'node:crypto';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { config } from '@/lib/config/env';
import type { Customer } from '@/lib/core-banking/core-banking';
import { brand } from '@/lib/brand/brand';
import { log } from '@/lib/log/log';
import type { PasskeyRow } from './passkey.repo';
import type { Assertion, Registration } from './passkey-response';

/** ES256, EdDSA, RS256 (COSE): what platforms and security keys make. */
const ALGORITHMS = [-7, -8, -257];
const TIMEOUT_MS = 5 * 60_000;

/** The relying party comes from our configuration alone, never from a header. */
const origin = () => config().origin;
const rpId = () => new URL(origin()).hostname;

/** A fresh challenge (256 random bits) as base64url: what the authenticator signs. */
export const newChallenge = (): string => randomBytes(32).toString('base64url');

const asBytes = (challenge: string) => new Uint8Array(Buffer.from(challenge, 'base64url'));

/** A name for the authenticator that says nothing about the person: 32 bytes. */
const userHandle = (customer: Customer) =>
  new Uint8Array(createHash('sha256').update(`passkey-user:${customer.id}`).digest());

/** Options for `navigator.credentials.get`, as JSON text: only these passkeys, with the person verified by their device. */
export async function assertionOptions(challenge: string, own: readonly PasskeyRow[]): Promise<string> {
  const options = await generateAuthenticationOptions({
    rpID: rpId(),
    challenge: asBytes(challenge),
    allowCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    userVerification: 'required',
    timeout: TIMEOUT_MS,
  });
  return JSON.stringify(options);
}

/** Options for `navigator.credentials.create`, as JSON text. */
export async function registrationOptions(
  challenge: string,
  customer: Customer,
  own: readonly PasskeyRow[],
): Promise<string> {
  const name = `${customer.givenName} ${customer.familyName}`;
  const options = await generateRegistrationOptions({
    rpName: brand().name,
    rpID: rpId(),
    userID: userHandle(customer),
    userName: name,
    userDisplayName: name,
    challenge: asBytes(challenge),
    attestationType: 'none',
    excludeCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
    timeout: TIMEOUT_MS,
  });
  return JSON.stringify(options);
}

/**
 * Whether a passkey signed our challenge, on our origin, with its person verified, and with a counter that grew (WebAuthn 3, 7.2).
 * @returns the new counter, or null for whatever does not hold
 */
export async function checkAssertion(
  response: Assertion,
  passkey: PasskeyRow,
  isChallenge: (challenge: string) => boolean,
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: isChallenge,
      expectedOrigin: origin(),
      expectedRPID: rpId(),
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    log.warn('passkey.refused', { outcome: 'assertion' });
    return null;
  }
}

export type NewCredential = Pick<PasskeyRow, 'credentialId' | 'publicKey' | 'counter' | 'transports'>;

/** The credential that a new authenticator made for our challenge on our origin (WebAuthn 3, 7.1); null for whatever does not hold. */
export async function checkRegistration(
  response: Registration,
  isChallenge: (challenge: string) => boolean,
): Promise<NewCredential | null> {
  const { transports, ...given } = response.response;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...response, response: given },
      expectedChallenge: isChallenge,
      expectedOrigin: origin(),
      expectedRPID: rpId(),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports: transports ?? [] };
  } catch {
    log.warn('passkey.refused', { outcome: 'registration' });
    return null;
  }
}
