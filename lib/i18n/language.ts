import { cookies, headers } from 'next/headers';
import { pseudoOf } from '#demo/pseudo';
import { brand } from '@/lib/brand/brand';
import { appLocale, preferredLocale, type AppLocale, type Spoken } from './locale';

/** Remembers the language in this browser. Its value is a claim: anything that is not one of ours counts as absent. */
const LANGUAGE_COOKIE = 'language';
/** The browser's own time zone, so that the server can write times as the person's clock shows them. */
export const TIME_ZONE_COOKIE = 'time_zone';
const YEAR_SECONDS = 365 * 86_400;

/** The language of this request: chosen in this browser, else what the browser asks for; of those that the bank speaks. */
export async function languageOfRequest(): Promise<Spoken> {
  const { languages } = brand();
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  const known = pseudoOf(chosen) ?? appLocale(chosen, languages);
  return known ?? preferredLocale((await headers()).get('accept-language'), languages);
}

/** Keeps a choice for a year; `secure` where the portal stands on https. */
export async function rememberLanguage(language: AppLocale, secure: boolean): Promise<void> {
  (await cookies()).set(LANGUAGE_COOKIE, language, {
    path: '/',
    sameSite: 'lax',
    httpOnly: true,
    secure,
    maxAge: YEAR_SECONDS,
  });
}

/** A zone that this server knows, or UTC (ECMA-402, 6.4): a cookie is a claim. */
export function timeZoneOf(claim: string | undefined): string {
  if (claim === undefined || !/^[\w+-]+(\/[\w+-]+){0,2}$/.test(claim) || claim.length > 40) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: claim }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
