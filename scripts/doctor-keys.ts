import { X509Certificate, createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '@/lib/config/env-schema';
import { createEncryption } from '@/lib/token-connect/encryption';
import { certificateSlots, CredentialsError, loadCredentials, signingSlots } from '@/lib/mdes/credentials';
import { signingCertificate } from '@/lib/mdes/signing-certificate';
import {
  loadEncryptionCertificate,
  loadSigningKey,
  type EncryptionCertificate,
  type SigningKeySource,
} from '@/lib/token-connect/keys';
import type { Finding } from './doctor-report';

const DAY_MS = 24 * 60 * 60 * 1000;
const CONSUMER_KEY = /^[A-Za-z0-9_-]{48}![0-9a-fA-F]{32,48}$/;

/** The signing key as the client opens it. */
export function signingKeySource({ mdes }: Config): SigningKeySource {
  return signingSlots(mdes)[0].source;
}

/** The consumer keys' shape, and the keys that sign (spec section 2). */
export function checkSigning(config: Config, nowMs: number): Finding[] {
  const slots = signingSlots(config.mdes);
  return slots.flatMap(({ variable, consumerKey, source }) => {
    const second = variable.endsWith('_2') ? ' 2' : '';
    return [
      checkConsumerKey(`Consumer key${second}`, consumerKey),
      checkSigningKey(`Signing key${second}`, variable, source, nowMs),
    ];
  });
}

function checkConsumerKey(subject: string, consumerKey: string): Finding {
  if (CONSUMER_KEY.test(consumerKey))
    return { mark: 'ok', subject, words: 'has the usual shape, client id and key id' };
  return {
    mark: 'warn',
    subject,
    words: 'does not look like one: 48 characters, "!", 32 to 48 hexadecimal digits',
    fix: 'copy it again from the project on Mastercard Developers',
  };
}

function checkSigningKey(
  subject: string,
  variable: string,
  source: SigningKeySource,
  nowMs: number,
): Finding {
  const bits = loadSigningKey(source).asymmetricKeyDetails?.modulusLength ?? 0;
  const certificate = signingCertificate(source);
  const words = `RSA, ${bits} bits, not readable by other accounts`;
  if (certificate === null) return { mark: 'ok', subject, words };
  const days = Math.floor((certificate.notAfter.getTime() - nowMs) / DAY_MS);
  if (days >= 60) return { mark: 'ok', subject, words: `${words}, ${days} days left` };
  return {
    mark: 'warn',
    subject,
    words: `${words}, only ${days} days left`,
    fix: `renew it on Mastercard Developers, and give the new one as ${variable.endsWith('_2') ? 'MDES_SIGNING_KEY_FILE' : 'MDES_SIGNING_KEY_FILE_2'}`,
  };
}

/** What would keep the portal from starting, in its own words (KY-06). */
export function checkCredentials(config: Config, nowMs: number): Finding[] {
  try {
    loadCredentials(config.mdes, new Date(nowMs));
    return [];
  } catch (error) {
    const faults = error instanceof CredentialsError ? error.faults : ['they cannot be read'];
    const fix = 'the portal does not start before this is mended';
    return faults.map((words) => ({ mark: 'fault', subject: subjectOf(words), words, fix }));
  }
}

function subjectOf(fault: string): string {
  const second = /^\w+_2\b/.test(fault) ? ' 2' : '';
  if (fault.startsWith('MDES_SIGNING')) return `Signing key${second}`;
  return fault.startsWith('MDES_ENCRYPTION') ? `Encryption certificate${second}` : 'Signature keys';
}

/** The certificates payloads are encrypted for, and the fingerprints that name them (spec section 3.3). */
export function checkEncryption(config: Config, nowMs: number): Finding[] {
  return certificateSlots(config.mdes).flatMap(({ variable, file, fingerprint }) => {
    const second = variable.endsWith('_2') ? ' 2' : '';
    const certificate = loadEncryptionCertificate(file);
    createEncryption(certificate.pem)([{ pushAccountId: 'trial' }]);
    return [checkDates(certificate, nowMs), checkFingerprint(certificate, fingerprint)].map((finding) => ({
      ...finding,
      subject: `${finding.subject}${second}`,
    }));
  });
}

function checkDates({ subject, notAfter }: EncryptionCertificate, nowMs: number): Finding {
  const days = Math.floor((notAfter.getTime() - nowMs) / DAY_MS);
  const until = notAfter.toISOString().slice(0, 10);
  const about = { subject: 'Encryption certificate' };
  if (days >= 60)
    return { ...about, mark: 'ok', words: `${subject}, valid until ${until}, ${days} days left` };
  return {
    ...about,
    mark: 'warn',
    words: days < 0 ? `${subject}, expired on ${until}` : `${subject}, expires on ${until}, in ${days} days`,
    fix: 'fine for Mastercard\'s shared sandbox certificate; otherwise create a new "Client Encryption Key" in the project',
  };
}

function checkFingerprint(certificate: EncryptionCertificate, configured: string | null): Finding {
  const about = { subject: 'Fingerprint' };
  if (configured === null) {
    const words = `SHA-256 of the certificate, ${certificate.sha256Fingerprint.slice(0, 16)}...`;
    return { ...about, mark: 'ok', words };
  }
  const parsed = new X509Certificate(certificate.pem);
  const key = parsed.publicKey.export({ type: 'spki', format: 'der' });
  const forms = [
    ['SHA-256 of the certificate', certificate.sha256Fingerprint],
    ['SHA-1 of the certificate', parsed.fingerprint.replaceAll(':', '')],
    ['SHA-256 of the public key', createHash('sha256').update(key).digest('hex')],
    ['SHA-1 of the public key', createHash('sha1').update(key).digest('hex')],
  ] as const;
  const form = forms.find(([, value]) => value.toLowerCase() === configured.toLowerCase());
  if (form) return { ...about, mark: 'ok', words: `the configured one is the ${form[0]}` };
  return {
    ...about,
    mark: 'fault',
    words: 'the configured one belongs to another certificate',
    fix: 'remove MDES_ENCRYPTION_FINGERPRINT, or set MDES_ENCRYPTION_CERT_FILE to the certificate that it names',
  };
}

const jwksSchema = z.object({
  keys: z.array(z.object({ kty: z.literal('RSA'), kid: z.string().min(1) })).min(1),
});

/** The keys with which MDES signs a push; without them its signature is passed on unchecked (spec section 6.3). */
export function checkSignatureKeys({ mdes }: Config): Finding[] {
  const subject = 'Signature keys';
  if (mdes.jwksFile === null) {
    const fix = 'set MDES_JWS_KEYS_FILE once Mastercard has given you its keys as a JWKS';
    return [{ mark: 'warn', subject, words: 'none: the signature of a push is not checked', fix }];
  }
  const json: unknown = JSON.parse(readFileSync(mdes.jwksFile, 'utf8'));
  const parsed = jwksSchema.safeParse(json);
  if (parsed.success) return [{ mark: 'ok', subject, words: `${parsed.data.keys.length} RSA with a key id` }];
  const fix = 'MDES_JWS_KEYS_FILE must be {"keys": [...]} with RSA keys that have a "kid"';
  return [{ mark: 'fault', subject, words: 'not a JWKS', fix }];
}
