import { describe, expect, it } from 'vitest';
import { APP_LOCALES, appLocale, directionOf, LANGUAGES, preferredLocale, wireLocale } from './locale';

describe('the language of a person', () => {
  it.each([
    ['es', 'es'],
    ['es-MX', 'es'],
    ['es_ES', 'es'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['AR', 'ar'],
    ['it', null],
    ['', null],
    ['english', null],
    ['e', null],
    [null, null],
    ['es;drop', null],
  ])('reads %j as %j', (tag, locale) => expect(appLocale(tag)).toBe(locale));

  it.each([
    ['de-CH,de;q=0.9,en;q=0.8', 'de'],
    ['it-IT,it;q=0.9,fr;q=0.5,en;q=0.7', 'en'],
    ['fr;q=0, es', 'es'],
    ['*', 'en'],
    [null, 'en'],
    [',,;q=,;', 'en'],
  ])('takes from Accept-Language %j the language %j', (header, locale) =>
    expect(preferredLocale(header)).toBe(locale),
  );

  it('is one that the bank speaks: another is not taken, and the bank’s first stands in for it', () => {
    expect(appLocale('fr', ['de', 'en'])).toBeNull();
    expect(preferredLocale('fr, en;q=0.5', ['de', 'en'])).toBe('en');
    expect(preferredLocale('fr', ['de', 'en'])).toBe('de');
  });

  it('tells a token requestor the language with the country of the bank record, always as xx_YY', () => {
    expect(wireLocale('es', 'en_GB')).toBe('es_GB');
    expect(wireLocale('pt-BR', 'en_GB')).toBe('pt_BR');
    expect(wireLocale('ar', 'en_AE')).toBe('ar_AE');
    for (const locale of APP_LOCALES) expect(wireLocale(locale, 'en_IE')).toMatch(/^[a-z]{2}_[A-Z]{2}$/);
  });

  it('writes Arabic from the right, and card digits as they stand on the card', () => {
    expect(directionOf(LANGUAGES.ar.format)).toBe('rtl');
    expect(directionOf(LANGUAGES.en.format)).toBe('ltr');
    expect(new Intl.NumberFormat(LANGUAGES.ar.format).format(4242)).toContain('4');
  });
});
