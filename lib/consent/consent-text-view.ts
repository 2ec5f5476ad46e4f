import { pseudoOf } from '#demo/pseudo';
import { brand } from '@/lib/brand/brand';
import { appLocale } from '@/lib/i18n/locale';
import { translator } from '@/lib/i18n/translator';

/** The agreement as shown and as stored: the same text, with its version and language (GD-01). A change of words needs a new version. */
export function consentText(locale: string, tokenRequestorName: string): { version: string; text: string } {
  const t = translator(locale, 'consentText');
  return {
    version: `${t('version')}.${pseudoOf(locale) ?? appLocale(locale) ?? 'en'}`,
    text: t('agreement', { bank: brand().name, name: tokenRequestorName }),
  };
}
