/** A sentence with a card in it, which the page draws where `{card}` stands. */
export const around = (sentence: `${string}{card}${string}`): string => sentence;

/** Results that have words of their own (spec 7); everything else is `unknown`. */
export type ResultWord =
  | 'APPROVED'
  | 'DUPLICATE_REQUEST'
  | 'REQUIRE_ADDITIONAL_AUTHENTICATION'
  | 'DECLINED'
  | 'ERROR'
  | 'CANCELLED'
  | 'unknown';

/** Why a hand-over ends. */
export type RefusalWord =
  | 'nothing-handed-over'
  | 'unsigned'
  | 'malformed'
  | 'unknown-key'
  | 'bad-signature'
  | 'unknown-receipt'
  | 'other-requestor'
  | 'too-many'
  | 'callback-differs'
  | 'expired'
  | 'used';
