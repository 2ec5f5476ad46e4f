/** Twelve to nineteen digits, in groups or not: what a card number looks like in a partner's sentence. */
const LOOKS_LIKE_A_PAN = /\d(?:[ .\-]?\d){11,18}/g;

/** A partner's words without anything that could be a card number, cut to what the wire allows (spec section 5.1). */
export function scrubWords(words: string): string {
  return words.replace(LOOKS_LIKE_A_PAN, '[number removed]').slice(0, 256);
}

/** An answer without the card numbers that we sent, wherever the partner echoes them. */
export function scrubSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((clean, secret) => clean.replaceAll(secret, '•'.repeat(12)), text);
}
