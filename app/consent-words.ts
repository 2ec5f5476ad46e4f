import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { brand } from '@/lib/brand/brand';
import type { ConsentDocument } from '@/lib/consent/consent-pdf';
import type { ConsentRecordView } from '@/lib/domain/read-models';

/** A consent record in the reader's words, the same for the page and for its PDF. The text itself stays as it was agreed. */
export async function consentWords(record: ConsentRecordView, givenBy: string): Promise<ConsentDocument> {
  const locale = await getLocale();
  const t = await getTranslations('consent');
  const field = await getTranslations('fields');
  const format = await getFormatter();
  const moment = (iso: string) =>
    format.dateTime(new Date(iso), {
      dateStyle: 'long',
      timeStyle: 'long',
    });
  const language = record.locale.replace('_', '-');
  return {
    language: locale,
    title: t('recordTitle'),
    lead: t('recordLead', { reference: record.reference }),
    lines: [
      { label: t('reference'), value: record.reference },
      { label: t('by'), value: givenBy },
      { label: t('recipient'), value: record.tokenRequestorName },
      { label: t('given'), value: moment(record.givenAt) },
      record.withdrawnAt === null
        ? { label: t('status'), value: t('notWithdrawn') }
        : { label: t('withdrawn'), value: moment(record.withdrawnAt) },
      {
        label: t('cards'),
        value: format.list(record.cards.map((card) => `${card.name} •••• ${card.last4}`)),
      },
      {
        label: t('fields'),
        value:
          record.fields.length === 0
            ? t('noFields')
            : format.list(record.fields.map((name) => field(`${name}.label`))),
      },
      {
        label: t('language'),
        value: new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language,
      },
      { label: t('textVersion'), value: record.version },
      { label: t('fingerprint'), value: record.textSha256 },
    ],
    textTitle: t('textTitle'),
    text: record.text,
    madeBy: t('madeBy', { bank: brand().name, reference: record.reference }),
  };
}
