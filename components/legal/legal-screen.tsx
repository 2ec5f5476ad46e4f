import { useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';
import { BrandLink } from '@/components/shell/brand-link';
import { Header } from '@/components/shell/header';
import { SkipLink } from '@/components/shell/skip-link';
import { FocusHeading } from '@/components/ui/focus-heading';

/** The bank's own notice or terms: a sentence, three short paragraphs, nothing to sign in for. */
export function LegalScreen({ page }: { page: 'privacy' | 'terms' }) {
  const bank = useBank();
  const t = useTranslations(`legal.${page}`);
  return (
    <>
      <SkipLink />
      <Header>
        <BrandLink href="/cards" />
      </Header>
      <main id="main" className="page">
        <FocusHeading>{t('title')}</FocusHeading>
        <p className="lead">{t('lead', { bank: bank.name })}</p>
        {(['body1', 'body2', 'body3'] as const).map((key) => (
          <p key={key} className="mt-4 max-w-measure">
            {t(key, { bank: bank.name })}
          </p>
        ))}
      </main>
    </>
  );
}
