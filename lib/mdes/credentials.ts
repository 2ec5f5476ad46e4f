import { statSync, readFileSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import type { Config } from '@/lib/config/env-schema';
import {
  isReadableByOthers,
  loadEncryptionCertificate,
  loadSigningKey,
  type EncryptionCertificate,
  type SigningKeySource,
} from '@/lib/token-connect/keys';
import { signingCertificate } from './signing-certificate';

export interface Signer {
  variable: 'MDES_SIGNING_KEY_FILE' | 'MDES_SIGNING_KEY_FILE_2';
  consumerKey: string;
  key: KeyObject;
  /** End of the certificate that stands beside the key; null where there is none, as in a bare PEM. */
  notAfter: Date | null;
}

export interface Recipient extends EncryptionCertificate {
  variable: 'MDES_ENCRYPTION_CERT_FILE' | 'MDES_ENCRYPTION_CERT_FILE_2';
  /** Hex, where it is not the SHA-256 of the certificate. */
  fingerprint: string | null;
}

/** What talks to MDES: one or two active keys, one or two certificates to encrypt for (KY-05). */
export interface Credentials {
  signers: [Signer, ...Signer[]];
  recipients: [Recipient, ...Recipient[]];
  jwks: JSONWebKeySet | null;
}

/** Keys or certificates cannot be used; sentences for an operator, with the variable and no value of a secret (KY-06). */
export class CredentialsError extends Error {
  constructor(readonly faults: string[]) {
    super(faults.join('\n'));
    this.name = 'CredentialsError';
  }
}

type Settings = Config['mdes'];
const PRODUCTION_HOST = 'api.mastercard.com';

/**
 * Reads and judges every key file. Refused: a signing key that is too short, readable by other accounts, apart from its
 * certificate or past its end, or one of the sandbox in front of production. An encryption certificate past its end is not: that of
 * Mastercard's sandbox ended in 2020 and is in use (spec section 3.3).
 * @throws {CredentialsError} with every fault at once
 */
export function loadCredentials(settings: Settings, now: Date): Credentials {
  const faults: string[] = [];
  const attempt = <T>(variable: string, read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      faults.push(`${variable}: ${error instanceof Error ? error.message : 'cannot be used'}.`);
      return null;
    }
  };
  const signers = signingSlots(settings).map(({ variable, consumerKey, source }) =>
    attempt(variable, () => {
      const key = loadSigningKey(source);
      faults.push(...signingFaults(variable, source, key, settings.baseUrl, now));
      return { variable, consumerKey, key, notAfter: signingCertificate(source)?.notAfter ?? null };
    }),
  );
  const recipients = certificateSlots(settings).map(({ variable, file, fingerprint }) =>
    attempt(variable, () => ({ ...loadEncryptionCertificate(file), variable, fingerprint })),
  );
  const jwks = attempt('MDES_JWS_KEYS_FILE', () => readJwks(settings.jwksFile));
  const [signer, ...otherSigners] = signers.filter((found) => found !== null);
  const [recipient, ...otherRecipients] = recipients.filter((found) => found !== null);
  if (faults.length > 0 || signer === undefined || recipient === undefined)
    throw new CredentialsError(faults);
  return { signers: [signer, ...otherSigners], recipients: [recipient, ...otherRecipients], jwks };
}

function signingFaults(
  variable: string,
  source: SigningKeySource,
  key: KeyObject,
  baseUrl: string,
  now: Date,
): string[] {
  const faults: string[] = [];
  if (isReadableByOthers(source.file))
    faults.push(`${variable} can be read by every account of this machine: chmod 600 the file.`);
  const certificate = signingCertificate(source);
  if (certificate !== null && !certificate.belongsTo(key))
    faults.push(`${variable} holds a certificate of another key.`);
  if (certificate !== null && certificate.notAfter <= now)
    faults.push(
      `${variable} expired on ${certificate.notAfter.toISOString().slice(0, 10)}: renew the key in the project on Mastercard Developers.`,
    );
  if (
    new URL(baseUrl).hostname === PRODUCTION_HOST &&
    /sandbox/i.test(`${source.file} ${source.alias ?? ''}`)
  )
    faults.push(`${variable} is a key for the sandbox, and MDES_BASE_URL is production.`);
  return faults;
}

function readJwks(file: string | null): JSONWebKeySet | null {
  if (file === null) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JSONWebKeySet;
  } catch {
    throw new Error(`${file}: not a JWKS that can be read`);
  }
}

interface SigningSlot {
  variable: Signer['variable'];
  consumerKey: string;
  source: SigningKeySource;
}

/** The keys that are configured, as the client opens them. */
export function signingSlots(settings: Settings): [SigningSlot, ...SigningSlot[]] {
  const { second } = settings;
  const slot = (variable: Signer['variable'], from: NonNullable<typeof second>): SigningSlot => ({
    variable,
    consumerKey: from.consumerKey,
    source: {
      file: from.signingKeyFile,
      ...(from.signingKeyPassword === null ? {} : { password: from.signingKeyPassword }),
      ...(from.signingKeyAlias === null ? {} : { alias: from.signingKeyAlias }),
    },
  });
  const first = slot('MDES_SIGNING_KEY_FILE', settings);
  return second === null ? [first] : [first, slot('MDES_SIGNING_KEY_FILE_2', second)];
}

/** The certificates that are configured. */
export function certificateSlots(
  settings: Settings,
): { variable: Recipient['variable']; file: string; fingerprint: string | null }[] {
  const first = {
    variable: 'MDES_ENCRYPTION_CERT_FILE' as const,
    file: settings.encryptionCertFile,
    fingerprint: settings.encryptionFingerprint,
  };
  if (settings.secondEncryptionCertFile === null) return [first];
  return [
    first,
    {
      variable: 'MDES_ENCRYPTION_CERT_FILE_2' as const,
      file: settings.secondEncryptionCertFile,
      fingerprint: settings.secondEncryptionFingerprint,
    },
  ];
}

/** Changes whenever one of the files does: written anew, replaced, gone. */
export function stampOf(settings: Settings): string {
  const files = [
    ...signingSlots(settings).map(({ source }) => source.file),
    ...certificateSlots(settings).map(({ file }) => file),
    ...(settings.jwksFile === null ? [] : [settings.jwksFile]),
  ];
  return files.map(stampOfFile).join(' ');
}

function stampOfFile(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? 'gone' : `${stat.ino}:${stat.size}:${stat.mtimeMs}:${stat.mode}`;
}
