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

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Picks the form of a count, as a language distinguishes them: Arabic has six, French counts nought as one. */
export function pluralFor(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}

/** Keeps what runs from left to right together in a sentence that runs the other way (Unicode UAX 9, LRI and PDI). */
export const leftToRight = (value: string): string => `\u2066${value}\u2069`;
