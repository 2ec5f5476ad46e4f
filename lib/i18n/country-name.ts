import countries from 'i18n-iso-countries';
import { appLocale, LANGUAGES } from './locale';

/** A country as the reader calls it; the wire has alpha-3 (spec 3.4). `locale` as `xx_YY`. What nobody names stays the code. */
export function countryName(alpha3: string, locale: string): string {
  const alpha2 = countries.alpha3ToAlpha2(alpha3);
  if (alpha2 === undefined) return alpha3;
  const { format } = LANGUAGES[appLocale(locale) ?? 'en'];
  return new Intl.DisplayNames([format], { type: 'region' }).of(alpha2) ?? alpha3;
}
