import { brand } from '@/lib/domain/brand';
import { translator } from '@/lib/i18n/translator';

/** The agreement as shown and as stored: the same text, with its version (GD-01). A change of words needs a new version. */
export function consentText(locale: string, tokenRequestorName: string): { version: string; text: string } {
  const t = translator(locale, 'consentText');
  return {
    version: `${t('version')}.en`,
    text: t('agreement', { bank: brand.name, name: tokenRequestorName }),
  };
}
