import type { Pseudo } from '#demo/pseudo';

/** The languages of the catalogue. Pure: pages, components and use cases share it. */
export const APP_LOCALES = ['en', 'es', 'fr', 'de', 'pt-BR', 'ar'] as const;
export type AppLocale = (typeof APP_LOCALES)[number];
/** What a page can be written in: a language of the catalogue, in a demo build also the pseudo-language of the tests. */
export type Spoken = AppLocale | Pseudo;

interface Language {
  /** As its speakers write it. */
  name: string;
  /** BCP 47: for `lang` and for dates, numbers and lists. Arabic with Latin digits, as on the cards themselves. */
  format: string;
  direction: 'ltr' | 'rtl';
}

export const LANGUAGES: Record<AppLocale, Language> = {
  en: { name: 'English', format: 'en-GB', direction: 'ltr' },
  es: { name: 'Español', format: 'es-ES', direction: 'ltr' },
  fr: { name: 'Français', format: 'fr-FR', direction: 'ltr' },
  de: { name: 'Deutsch', format: 'de-DE', direction: 'ltr' },
  'pt-BR': { name: 'Português (Brasil)', format: 'pt-BR', direction: 'ltr' },
  ar: { name: 'العربية', format: 'ar-AE', direction: 'rtl' },
};

/** BCP 47 of what is spoken: for `lang`, dates, numbers and lists. */
export function formatOf(language: Spoken): string {
  return language === 'en-XA' ? language : LANGUAGES[language].format;
}

/** The language of a tag (`es`, `es-MX`, `es_ES`), or null when it is none of these. Any Portuguese reads the Brazilian one. */
export function appLocale(
  tag: string | null | undefined,
  among: readonly AppLocale[] = APP_LOCALES,
): AppLocale | null {
  const primary = /^[a-z]{2}(?=$|[-_])/i.exec(tag ?? '')?.[0].toLowerCase();
  return among.find((locale) => locale.slice(0, 2) === primary) ?? null;
}

/** Best match for an `Accept-Language` header (RFC 9110, 12.5.4): by weight, then by order; the first of `among` where nothing fits. */
export function preferredLocale(header: string | null, among: readonly AppLocale[] = APP_LOCALES): AppLocale {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const weight = rest
        .map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1])
        .find(Boolean);
      return { locale: appLocale(tag, among), weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes.find(({ locale }) => locale !== null)?.locale ?? among[0] ?? 'en';
}

/**
 * What a token requestor is told (spec 4.3, `locale`): `xx_YY`, the language that the person reads with the country of their
 * bank record. Brazilian Portuguese names its own country.
 */
export function wireLocale(language: Spoken, customerLocale: string): string {
  const [primary = 'en', region] = language.split('-');
  return `${primary}_${region ?? customerLocale.slice(3)}`;
}

/** The direction of a page in this language; `format` as `getLocale` gives it. */
export function directionOf(format: string): 'ltr' | 'rtl' {
  return LANGUAGES[appLocale(format) ?? 'en'].direction;
}
