import { createHash } from 'node:crypto';

/**
 * Bytes that look random and are the same after the same seed: SHA-256 over the seed and a counter. For repeatable
 * tests and demonstrations; whoever knows the seed knows every receipt and code.
 */
export function seededRandom(seed: string): (bytes: number) => Buffer {
  let block = 0;
  return (bytes) => {
    const drawn: Buffer[] = [];
    for (let length = 0; length < bytes; length += 32) {
      drawn.push(createHash('sha256').update(`${block}\n${seed}`).digest());
      block += 1;
    }
    return Buffer.concat(drawn).subarray(0, bytes);
  };
}
