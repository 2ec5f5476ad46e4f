import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { config } from '@/lib/config/env';

/**
 * Sealing at rest: AES-256-GCM, a fresh nonce for each value, bound to where it stands by its additional data,
 * so that two rows' values cannot be swapped (PD-01). Sub-keys are derived from the data keys, one for each use. What is sealed
 * names its key in front: `DATA_KEY` seals, `DATA_KEY_PREVIOUS` still open, until a rotation has left none of theirs.
 */
const FORMAT = 1;
const KEY_ID_BYTES = 6;
const HEADER_BYTES = 1 + KEY_ID_BYTES;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Names a data key without revealing it. */
function idOf(key: Buffer): string {
  return createHash('sha256')
    .update('id')
    .update(key)
    .digest('hex')
    .slice(0, 2 * KEY_ID_BYTES);
}

/** The key that seals: stored beside what it sealed, so that a rotation knows what is left to do. */
export function keyId(): string {
  return idOf(config().dataKey);
}

/** Every key that opens, the one that seals first. */
export function knownKeyIds(): string[] {
  return [config().dataKey, ...config().previousDataKeys].map(idOf);
}

const derived = new Map<string, Buffer>();
function keyFor(use: string, id: string): Buffer {
  const name = `${use}:${id}`;
  const known = derived.get(name);
  if (known) return known;
  const master = [config().dataKey, ...config().previousDataKeys].find((key) => idOf(key) === id);
  if (master === undefined) throw new Error('sealed with a data key that this portal does not have');
  const key = Buffer.from(hkdfSync('sha256', master, '', `issuer-portal/${use}`, 32));
  derived.set(name, key);
  return key;
}

/** Seals text. `place` names table, column and row, e.g. `cards.pan_sealed:<id>`. */
export function seal(plain: string, place: string): Buffer {
  const id = keyId();
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor('seal', id), nonce);
  cipher.setAAD(Buffer.from(place));
  const header = Buffer.concat([Buffer.of(FORMAT), Buffer.from(id, 'hex')]);
  return Buffer.concat([header, nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** The key that a value was sealed with; null for one without a header, which only the earliest portals wrote. */
export function sealedWith(sealed: Buffer): string | null {
  const id = sealed.subarray(1, HEADER_BYTES).toString('hex');
  return sealed[0] === FORMAT && knownKeyIds().includes(id) ? id : null;
}

/** Opens what `seal` made for the same place; throws on anything else. */
export function unseal(sealed: Buffer, place: string): string {
  const id = sealedWith(sealed);
  const body = id === null ? sealed : sealed.subarray(HEADER_BYTES);
  const key = keyFor('seal', id ?? keyId());
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  return decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

/** Keyed hash for equality only: look-up of a PAN, a one-time code, what a code is bound to. Hex. */
export function keyedHash(use: string, value: string, id = keyId()): string {
  return createHmac('sha256', keyFor(`hash/${use}`, id))
    .update(value)
    .digest('hex');
}

/** The value's hashes under every key that opens: what was hashed before a rotation is found after it. */
export function keyedHashes(use: string, value: string): string[] {
  return knownKeyIds().map((id) => keyedHash(use, value, id));
}

/** Whether a stored hash is this value's, under any key that opens; takes the same time wherever they differ. */
export function isKeyedHash(use: string, value: string, stored: string): boolean {
  const given = Buffer.from(stored, 'hex');
  return keyedHashes(use, value)
    .map((hash) => Buffer.from(hash, 'hex'))
    .some((hash) => hash.length === given.length && timingSafeEqual(hash, given));
}

/**
 * Keyed hash that stays the same while data keys rotate, also between two processes of which one has the new key already: its
 * key is derived from `AUTH_SECRET`, whose change ends every session anyhow. For what is counted. Hex.
 */
export function lastingKeyedHash(use: string, value: string): string {
  const key = hkdfSync('sha256', config().authSecret, '', `issuer-portal/lasting/${use}`, 32);
  return createHmac('sha256', Buffer.from(key)).update(value).digest('hex');
}

/** Plain SHA-256, hex: for values that are random themselves (session ids, flow cookies). */
export function sha256(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

/** 192 random bits, base64url: handles, session ids, flow cookies (ASVS 11.5.1 wants at least 128). */
export function randomId(): string {
  return randomBytes(24).toString('base64url');
}
