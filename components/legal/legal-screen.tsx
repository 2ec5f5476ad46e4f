import { useTranslations } from 'next-intl';
import { BrandLink } from '@/components/shell/brand-link';
import { Header } from '@/components/shell/header';
import { SkipLink } from '@/components/shell/skip-link';
import { FocusHeading } from '@/components/ui/focus-heading';
import { brand } from '@/lib/domain/brand';

/** The bank's own notice or terms: a sentence, three short paragraphs, nothing to sign in for. */
export function LegalScreen({ page }: { page: 'privacy' | 'terms' }) {
  const t = useTranslations(`legal.${page}`);
  return (
    <>
      <SkipLink />
      <Header>
        <BrandLink href="/cards" />
      </Header>
      <main id="main" className="page">
        <FocusHeading>{t('title')}</FocusHeading>
        <p className="lead">{t('lead', { bank: brand.name })}</p>
        {(['body1', 'body2', 'body3'] as const).map((key) => (
          <p key={key} className="mt-4 max-w-[56ch]">
            {t(key, { bank: brand.name })}
          </p>
        ))}
      </main>
    </>
  );
}
