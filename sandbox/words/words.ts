import { arabic } from './arabic';
import { english, type Words } from './english';
import { french } from './french';
import { german } from './german';
import { portuguese } from './portuguese';
import { PSEUDO_LOCALE, pseudoOf } from './pseudo';
import { spanish } from './spanish';

export type { Words };

/**
 * Catalogues by language, each a module that `satisfies Words`: pages take their words, their `lang` and their direction from
 * it, and dates and amounts from the locale itself.
 */
export const CATALOGUES: Readonly<Record<string, Words>> = {
  en: english,
  es: spanish,
  fr: french,
  de: german,
  pt: portuguese,
  ar: arabic,
};
const PSEUDO = pseudoOf(english);

/** For a language that came without a country. */
const COUNTRIES: Readonly<Record<string, string>> = {
  en: 'US',
  es: 'ES',
  fr: 'FR',
  de: 'DE',
  pt: 'BR',
  ar: 'AE',
};
export const DEFAULT_LOCALE = 'en_US';

/** The words for a locale such as `es_MX`; English where there is no catalogue for its language. */
export function wordsFor(locale: string): Words {
  if (locale === PSEUDO_LOCALE) return PSEUDO;
  const language = locale.slice(0, 2);
  return (Object.hasOwn(CATALOGUES, language) ? CATALOGUES[language] : undefined) ?? english;
}

/** Whether this reads as a locale of the hand-over (spec 4.3, `xx_YY`). */
export const isLocale = (locale: string | null | undefined): locale is string =>
  /^[a-z]{2}_[A-Z]{2}$/.test(locale ?? '');

/** A locale as the hand-over carries it; anything else reads as the default. */
export function wellFormedLocale(locale: string | null | undefined): string {
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
}

/** The best locale for an `Accept-Language` header (RFC 9110, 12.5.4) that there are words for. */
export function acceptedLocale(header: string | undefined): string {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [, language = '', country, weight = '1'] =
        /^\s*([a-z]{2})(?:-(?:[a-z]{4}-)?([a-z]{2}))?(?:-\w+)*\s*(?:;\s*q=([\d.]+))?\s*$/i.exec(part) ?? [];
      return { language: language.toLowerCase(), country: country?.toUpperCase(), weight: Number(weight) };
    })
    .filter(({ language, weight }) => weight > 0 && Object.hasOwn(COUNTRIES, language))
    .sort((a, b) => b.weight - a.weight);
  const [first] = wishes;
  return first === undefined
    ? DEFAULT_LOCALE
    : `${first.language}_${first.country ?? COUNTRIES[first.language] ?? ''}`;
}

/** A language tag for `lang` and `Intl`: `en_GB` becomes `en-GB` (RFC 5646). */
export function languageTag(locale: string): string {
  return locale.replace('_', '-');
}

/** Digits as they stand on the cards, in every language. */
const formatTag = (locale: string): string => `${languageTag(locale)}-u-nu-latn`;

/** Hour and minute as this locale writes them. */
export function clockTime(locale: string, atMs: number): string {
  return new Intl.DateTimeFormat(formatTag(locale), { hour: '2-digit', minute: '2-digit' }).format(atMs);
}

/** Day, month and year as this locale writes them. */
export function calendarDay(locale: string, atMs: number): string {
  return new Intl.DateTimeFormat(formatTag(locale), { dateStyle: 'long' }).format(atMs);
}

/** An amount as this locale writes it; `minor` counts hundredths. */
export function money(locale: string, minor: number, currency: string): string {
  return new Intl.NumberFormat(formatTag(locale), {
    style: 'currency',
    currency,
    // The sign alone: letters beside it change places in a sentence that runs from the right.
    currencyDisplay: 'narrowSymbol',
  }).format(minor / 100);
}
