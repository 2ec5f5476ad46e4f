import { useTranslations } from 'next-intl';
import { BrandLink } from '@/components/shell/brand-link';
import { Header } from '@/components/shell/header';
import { SkipLink } from '@/components/shell/skip-link';
import { shownPhone } from '@/components/shell/support-phone';
import { AppLink } from '@/components/ui/app-link';
import { FocusHeading } from '@/components/ui/focus-heading';
import { brand } from '@/lib/domain/brand';

const LINES = ['sent', 'who', 'keep', 'stop'] as const;

/**
 * Privacy and terms of this portal, in plain words and true of this code. A bank points `brand.links` at its own documents instead.
 */
export function LegalScreen({ page, homeHref }: { page: 'privacy' | 'terms'; homeHref: string }) {
  const t = useTranslations('legal');
  const words = { bank: brand.name, phone: shownPhone };
  return (
    <>
      <SkipLink />
      <Header>
        <BrandLink />
      </Header>
      <main id="main" className="page">
        <div className="max-w-[42rem] md:pt-6">
          <FocusHeading>{t(`${page}.title`)}</FocusHeading>
          <p className="mt-2.5 text-lead text-ink-2">{t(`${page}.lead`, words)}</p>
          <dl className="mt-6">
            {LINES.map((line) => (
              <div
                key={line}
                className="grid gap-x-6 gap-y-0.5 border-t border-rule py-4 last:border-b md:grid-cols-[11rem_minmax(0,1fr)]"
              >
                <dt className="font-bold">{t(`${page}.${line}Label`)}</dt>
                <dd className="text-ink-2">{t(`${page}.${line}`, words)}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-5">
            <AppLink href={homeHref} className="link inline-flex min-h-10 items-center">
              {t('back')}
            </AppLink>
          </p>
        </div>
      </main>
    </>
  );
}
