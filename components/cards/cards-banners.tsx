import { useFormatter, useTranslations } from 'next-intl';
import { AppLink } from '@/components/ui/app-link';
import { Banner } from '@/components/ui/banner';
import type { CardsPageView } from '@/lib/domain/read-models';

function Eligibility({ eligibility }: { eligibility: CardsPageView['eligibility'] }) {
  const t = useTranslations('cards');
  const format = useFormatter();
  if (eligibility.status === 'unavailable') {
    return (
      <Banner tone="warn" title={t('unavailableTitle')}>
        {t('unavailable')}{' '}
        <AppLink href="/cards" className="link">
          {t('retry')}
        </AppLink>
      </Banner>
    );
  }
  if (eligibility.status === 'stale' && eligibility.asOf !== null) {
    const date = format.dateTime(new Date(eligibility.asOf), {
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
    return (
      <Banner tone="neutral" title={t('staleTitle')}>
        {t('stale', { date })}
      </Banner>
    );
  }
  return null;
}

/** What a person should know before the list: something unfinished, something just done, or that Click to Pay could not be asked. */
export function CardsBanners({ view, notice }: { view: CardsPageView; notice?: string | undefined }) {
  const t = useTranslations('cards');
  const { resume } = view;
  return (
    <div className="grid gap-3 empty:hidden [&:not(:empty)]:mt-4">
      {notice === undefined ? null : <Banner tone="neutral" title={notice} />}
      {resume === null ? null : (
        <Banner tone="neutral" title={t('resumeTitle')}>
          {t('resumeText', { name: resume.name })}{' '}
          <AppLink href={resume.href} className="link whitespace-nowrap">
            {t('resumeLink')}
          </AppLink>
        </Banner>
      )}
      <Eligibility eligibility={view.eligibility} />
    </div>
  );
}
