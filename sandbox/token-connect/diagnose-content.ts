import { createDecipheriv } from 'node:crypto';

const BLOCK_BYTES = 16;

/** How much of a text reads as JSON would: printable, and made of UTF-8. */
function readable(bytes: Buffer): boolean {
  const odd = bytes.filter((byte) => byte < 0x20 || byte > 0x7e).length;
  return bytes.length > 0 && odd / bytes.length < 0.1;
}

/**
 * Why AES-CBC content did not open, in a sentence for the developer that never repeats the content. A wrong IV spoils
 * the first block only; a wrong key spoils everything.
 */
export function diagnoseCbc(data: Buffer, aesKey: Buffer, iv: Buffer, ivSent: boolean): string {
  if (data.length % BLOCK_BYTES !== 0)
    return `encryptedData has ${data.length} bytes, which is no multiple of ${BLOCK_BYTES}: it was cut, or the mode is not CBC.`;
  const cipher = createDecipheriv(`aes-${aesKey.length * 8}-cbc`, aesKey, iv);
  cipher.setAutoPadding(false);
  const plain = Buffer.concat([cipher.update(data), cipher.final()]);
  const first = plain.subarray(0, BLOCK_BYTES);
  const rest = plain.subarray(BLOCK_BYTES, -BLOCK_BYTES);
  if (!readable(rest))
    return 'Nothing of it reads as text: it was encrypted with another AES key than the one in encryptedKey.';
  if (!readable(first))
    return `All but the first block reads as text: the IV is not the one it was encrypted with${ivSent ? '' : ' (no iv was sent, which means sixteen zero bytes)'}.`;
  const last = plain.at(-1) ?? 0;
  if (last < 1 || last > BLOCK_BYTES)
    return 'It reads as text and its end is not padded as PKCS#7 wants: zero padding, or none.';
  return 'It reads as text, but not as JSON: encrypt the bare JSON array, not a string or an object around it.';
}
