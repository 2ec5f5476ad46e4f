import { useTranslations } from 'next-intl';

/** First stop of the keyboard: past header and navigation. */
export function SkipLink() {
  const t = useTranslations('nav');
  return (
    <a
      href="#main"
      className="button button-primary sr-only focus:not-sr-only focus:absolute focus:start-4 focus:top-3 focus:z-20 focus:inline-flex focus:min-h-10 focus:px-4"
    >
      {t('skip')}
    </a>
  );
}
