import { constants, createDecipheriv, privateDecrypt, type KeyObject } from 'node:crypto';
import { both, hex, object, oneOf, text, type Rule } from './field-rules';
import { MdesRefusal, type Lesson } from './refusal';
import { diagnoseCbc } from './diagnose-content';
import { diagnoseKeyTransport } from './diagnose-key-transport';

/** The members of `encryptedPayload` as they travel (spec 3.2). */
export const encryptedPayloadRule: Rule = both(
  object(
    {
      encryptedData: text(1, Number.POSITIVE_INFINITY, /^(?:[0-9a-fA-F]{2})+$/),
      publicKeyFingerprint: hex(32, 64),
      encryptedKey: hex(32, 512),
    },
    {
      oaepHashingAlgorithm: oneOf('SHA256', 'SHA512'),
      iv: hex(24, 32),
      algorithmCipherMode: oneOf('CBC', 'GCM'),
      tag: hex(1, 36),
      aad: hex(1, 36),
    },
  ),
  (value, _field, report) => {
    const { algorithmCipherMode: mode = 'CBC', iv, tag } = value as EncryptedPayload;
    if (iv !== undefined && iv.length !== IV_BYTES[mode] * 2)
      report('INVALID_FIELD_LENGTH', 'iv', `${mode} takes ${IV_BYTES[mode] * 2} hex digits`);
    if (mode === 'GCM' && tag === undefined) report('MISSING_REQUIRED_FIELD', 'tag', 'GCM needs it');
  },
);

/** `encryptedPayload` once `encryptedPayloadRule` found nothing wrong. */
export interface EncryptedPayload {
  readonly encryptedData: string;
  readonly publicKeyFingerprint: string;
  readonly encryptedKey: string;
  readonly oaepHashingAlgorithm?: 'SHA256' | 'SHA512';
  readonly iv?: string;
  readonly algorithmCipherMode?: 'CBC' | 'GCM';
  readonly tag?: string;
  readonly aad?: string;
}

const IV_BYTES = { CBC: 16, GCM: 12 } as const;
const TAG_BYTES = 16;

/** The key that opens payloads, with every fingerprint under which clients may name it (spec 3.3). */
export interface DecryptionKey {
  readonly privateKey: KeyObject;
  readonly fingerprints: ReadonlySet<string>;
}

const refuse = (description: string, lesson: Lesson = {}) =>
  new MdesRefusal(
    [
      {
        source: 'INPUT',
        reasonCode: 'CRYPTOGRAPHY_ERROR',
        description: `Cryptography Error - ${description}`,
      },
    ],
    lesson,
  );

/** The form of what was sent; never its content. */
function formOf(payload: EncryptedPayload): string {
  const { encryptedKey, encryptedData, iv, oaepHashingAlgorithm, algorithmCipherMode } = payload;
  return [
    `encryptedKey of ${encryptedKey.length / 2} bytes`,
    `oaepHashingAlgorithm ${oaepHashingAlgorithm ?? 'absent'}`,
    `encryptedData of ${encryptedData.length / 2} bytes`,
    `iv ${iv === undefined ? 'absent (sixteen zero bytes)' : `of ${iv.length / 2} bytes`}`,
    `algorithmCipherMode ${algorithmCipherMode ?? 'absent (CBC)'}`,
  ].join(', ');
}

function unwrapKey(payload: EncryptedPayload, key: DecryptionKey): Buffer {
  if (payload.oaepHashingAlgorithm === undefined) {
    throw refuse(
      'oaepHashingAlgorithm is absent, which means RSA PKCS#1 v1.5; this key transport is refused, use SHA256 or SHA512',
      { received: formOf(payload) },
    );
  }
  const oaepHash = payload.oaepHashingAlgorithm === 'SHA256' ? 'sha256' : 'sha512';
  const wrapped = Buffer.from(payload.encryptedKey, 'hex');
  let aesKey: Buffer;
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    aesKey = privateDecrypt({ key: key.privateKey, padding, oaepHash }, wrapped);
  } catch {
    const named = payload.oaepHashingAlgorithm;
    throw refuse(`encryptedKey cannot be unwrapped with OAEP ${named}`, {
      received: formOf(payload),
      lookAt: diagnoseKeyTransport(wrapped, named, key.privateKey),
    });
  }
  if (aesKey.length !== 16 && aesKey.length !== 32)
    throw refuse('the wrapped key is neither 128 nor 256 bits long', {
      received: `${formOf(payload)}; a wrapped key of ${aesKey.length} bytes`,
    });
  return aesKey;
}

function openCbc(data: Buffer, aesKey: Buffer, iv: Buffer): Buffer {
  const cipher = createDecipheriv(aesKey.length === 16 ? 'aes-128-cbc' : 'aes-256-cbc', aesKey, iv);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

function openGcm(payload: EncryptedPayload, data: Buffer, aesKey: Buffer, iv: Buffer): Buffer {
  const tag = Buffer.from(payload.tag ?? '', 'hex');
  if (tag.length !== TAG_BYTES) throw refuse('the tag is not 16 bytes long');
  const cipher = createDecipheriv(aesKey.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm', aesKey, iv, {
    authTagLength: TAG_BYTES,
  });
  if (payload.aad !== undefined) cipher.setAAD(Buffer.from(payload.aad, 'hex'));
  cipher.setAuthTag(tag);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

/** Refuses a fingerprint that names no key of ours (spec 3.3: certificate or public key, SHA-1 or SHA-256, any case). */
export function knowFingerprint(payload: EncryptedPayload, key: DecryptionKey): void {
  const known = key.fingerprints.has(payload.publicKeyFingerprint.toLowerCase());
  if (!known)
    throw refuse('publicKeyFingerprint names no key of this environment', {
      received: payload.publicKeyFingerprint.toLowerCase(),
      computed: `any of ${[...key.fingerprints].join(', ')}`,
    });
}

/**
 * Opens an encrypted payload (spec 3.2) and parses the JSON in it. An absent `iv` is sixteen (twelve) zero bytes.
 * @throws MdesRefusal CRYPTOGRAPHY_ERROR when key, padding, tag or content do not fit; never with content in its words
 */
export function decryptPayload(payload: EncryptedPayload, key: DecryptionKey): unknown {
  const mode = payload.algorithmCipherMode ?? 'CBC';
  const aesKey = unwrapKey(payload, key);
  const iv = payload.iv === undefined ? Buffer.alloc(IV_BYTES[mode]) : Buffer.from(payload.iv, 'hex');
  const data = Buffer.from(payload.encryptedData, 'hex');
  const lesson = (): Lesson => ({
    received: formOf(payload),
    lookAt:
      mode === 'CBC'
        ? diagnoseCbc(data, aesKey, iv, payload.iv !== undefined)
        : 'With GCM the tag fits only the same key, iv, aad and data: compare all four.',
  });
  let plain: Buffer;
  try {
    plain = mode === 'CBC' ? openCbc(data, aesKey, iv) : openGcm(payload, data, aesKey, iv);
  } catch (error) {
    if (error instanceof MdesRefusal) throw error;
    throw refuse(`encryptedData cannot be opened with AES-${aesKey.length * 8}-${mode}`, lesson());
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)) as unknown;
  } catch {
    throw refuse('the decrypted content is not JSON in UTF-8; check key and iv', lesson());
  }
}
