/** A reference that a person can read out: no 0/O, 1/I/L, 5/S, 8/B, U/V. 25 letters, eight places: about 37 bits. */
const ALPHABET = '2346789ACDEFGHJKMNPQRTWXY';

/** The form of a reference, as a regular expression. */
export const REFERENCE = `[${ALPHABET}]{4}-[${ALPHABET}]{4}`;

/** `XXXX-XXXX` from eight or more random bytes. Not a secret and not an id: the database keeps it unique. */
export function referenceFrom(random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, 8), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
