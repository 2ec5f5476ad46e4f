import { generateKeyPair, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** RSA keys of 2048 bits, PKCS#8 in PEM, made once for the run; absent where a run makes none. */
    rsaKeys: readonly string[];
  }
}

/** As many as most files ask for. */
const MADE_AHEAD = 6;
const BITS = 2048;

const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** A key of that many bits, PKCS#8 in PEM. */
export const makeRsaKey = (bits: number): string =>
  pem(generateKeyPairSync('rsa', { modulusLength: bits }).privateKey);

/** For the start of a run: a key takes a third of a second, and every file that starts a sandbox wants several. */
export async function makeRsaKeys(): Promise<readonly string[]> {
  const make = () => promisify(generateKeyPair)('rsa', { modulusLength: BITS });
  const pairs = await Promise.all(Array.from({ length: MADE_AHEAD }, make));
  return pairs.map(({ privateKey }) => pem(privateKey));
}

let taken = 0;

/** A key that this file has not had before, PKCS#8 in PEM; other files of the run may have it too. */
export function nextRsaKey(): string {
  taken += 1;
  const ahead = (inject('rsaKeys') as readonly string[] | undefined)?.[taken - 1];
  return ahead ?? makeRsaKey(BITS);
}
