import { useTranslations } from 'next-intl';
import { OpenSeal } from '@/components/art/open-seal';
import { BrandLink } from '@/components/shell/brand-link';
import { Header } from '@/components/shell/header';
import { PageFooter } from '@/components/shell/page-footer';
import { SkipLink } from '@/components/shell/skip-link';
import { ButtonLink } from '@/components/ui/button';
import { FocusHeading } from '@/components/ui/focus-heading';

/** The one neutral page for every return that belongs to nothing here: it says the same to everybody and has no navigation (decisions 1). */
export function UnmatchedReturnScreen({ signedIn }: { signedIn: boolean }) {
  const t = useTranslations('results.unmatched');
  return (
    <>
      <SkipLink />
      <Header>
        <BrandLink />
      </Header>
      <main id="main" className="page">
        <div className="flex flex-wrap items-start gap-x-16 gap-y-8 max-md:justify-center lg:pt-6">
          <div className="max-w-measure min-w-0 flex-1 basis-80">
            <FocusHeading>{t('title')}</FocusHeading>
            <p className="mt-2.5 text-lead text-ink-2">{t('lead')}</p>
            <p className="mt-4">{t(signedIn ? 'signedIn' : 'signedOut')}</p>
            <div className="mt-6 flex flex-wrap gap-x-3.5 gap-y-2">
              {signedIn ? (
                <ButtonLink href="/activity" fullOnPhone>
                  {t('activity')}
                </ButtonLink>
              ) : (
                <ButtonLink href="/login?next=%2Factivity" fullOnPhone>
                  {t('signIn')}
                </ButtonLink>
              )}
            </div>
          </div>
          <OpenSeal size={168} />
        </div>
      </main>
      <PageFooter />
    </>
  );
}
