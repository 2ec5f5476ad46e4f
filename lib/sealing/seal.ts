import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { config } from '@/lib/config/env';

/**
 * Sealing at rest: AES-256-GCM, a fresh nonce for each value, bound to where it stands by its additional data,
 * so that two rows' values cannot be swapped (PD-01). Sub-keys are derived from `DATA_KEY`, one for each use.
 */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const derived = new Map<string, Buffer>();
function keyFor(use: string): Buffer {
  const master = config().dataKey;
  const name = `${use}:${keyId()}`;
  const known = derived.get(name);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', master, '', `issuer-portal/${use}`, 32));
  derived.set(name, key);
  return key;
}

/** Names the data key without revealing it: stored beside what it sealed, so that a rotation knows what is left to do. */
export function keyId(): string {
  return createHash('sha256').update('id').update(config().dataKey).digest('hex').slice(0, 12);
}

/** Seals text. `place` names table, column and row, e.g. `cards.pan_sealed:<id>`. */
export function seal(plain: string, place: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor('seal'), nonce);
  cipher.setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made for the same place; throws on anything else. */
export function unseal(sealed: Buffer, place: string): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFor('seal'), sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return (
    decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  );
}

/** Keyed hash for equality only: look-up of a PAN, a one-time code, what a code is bound to. Hex. */
export function keyedHash(use: string, value: string): string {
  return createHmac('sha256', keyFor(`hash/${use}`))
    .update(value)
    .digest('hex');
}

/** Plain SHA-256, hex: for values that are random themselves (session ids, flow cookies). */
export function sha256(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

/** 192 random bits, base64url: handles, session ids, flow cookies (ASVS 11.5.1 wants at least 128). */
export function randomId(): string {
  return randomBytes(24).toString('base64url');
}
