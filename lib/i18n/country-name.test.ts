import { expect, it } from 'vitest';
import { countryName } from './country-name';

it.each([
  ['GBR', 'en_GB', 'United Kingdom'],
  ['GBR', 'es_GB', 'Reino Unido'],
  ['DEU', 'de_GB', 'Deutschland'],
  ['BRA', 'pt_BR', 'Brasil'],
  ['ARE', 'ar_AE', 'الإمارات العربية المتحدة'],
  ['XXX', 'en_GB', 'XXX'],
])('%s for a reader of %s is %s', (alpha3, locale, name) => {
  expect(countryName(alpha3, locale)).toBe(name);
});
