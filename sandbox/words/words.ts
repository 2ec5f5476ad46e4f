import { english, type Words } from './english';

export type { Words };

/**
 * Catalogues by language. A further one (`es`, `fr`, `de`, `pt`, `ar` …) is a module that `satisfies Words`, listed here:
 * pages take their words, their `lang` and their direction from it, and dates and amounts from the locale itself.
 */
const CATALOGUES: Readonly<Record<string, Words>> = { en: english };

export const DEFAULT_LOCALE = 'en_US';

/** The words for a locale such as `es_MX`; English where there is no catalogue for its language. */
export function wordsFor(locale: string): Words {
  const language = locale.slice(0, 2);
  return (Object.hasOwn(CATALOGUES, language) ? CATALOGUES[language] : undefined) ?? english;
}

/** A locale as the hand-over carries it (spec 4.3, `xx_YY`); anything else reads as the default. */
export function wellFormedLocale(locale: string | null | undefined): string {
  return locale && /^[a-z]{2}_[A-Z]{2}$/.test(locale) ? locale : DEFAULT_LOCALE;
}

/** A language tag for `lang` and `Intl`: `en_GB` becomes `en-GB` (RFC 5646). */
export function languageTag(locale: string): string {
  return locale.replace('_', '-');
}

/** Hour and minute as this locale writes them. */
export function clockTime(locale: string, atMs: number): string {
  return new Intl.DateTimeFormat(languageTag(locale), { hour: '2-digit', minute: '2-digit' }).format(atMs);
}

/** Day, month and year as this locale writes them. */
export function calendarDay(locale: string, atMs: number): string {
  return new Intl.DateTimeFormat(languageTag(locale), { dateStyle: 'long' }).format(atMs);
}

/** An amount as this locale writes it; `minor` counts hundredths. */
export function money(locale: string, minor: number, currency: string): string {
  return new Intl.NumberFormat(languageTag(locale), { style: 'currency', currency }).format(minor / 100);
}
