import { useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';
import { BrandLink } from '@/components/shell/brand-link';
import { Header } from '@/components/shell/header';
import { PageFooter } from '@/components/shell/page-footer';
import { SkipLink } from '@/components/shell/skip-link';
import { FocusHeading } from '@/components/ui/focus-heading';

type Page = 'privacy' | 'terms';

/** The bank's own notice or terms: a sentence, three short paragraphs, nothing to sign in for. */
export function LegalScreen({ page }: { page: Page }) {
  const bank = useBank();
  const t = useTranslations(`legal.${page}`);
  return (
    <>
      <SkipLink />
      <Header>
        <BrandLink href="/cards" />
      </Header>
      <main id="main" className="page">
        <div className="two lg:pt-6">
          <div>
            <FocusHeading>{t('title')}</FocusHeading>
            <p className="mt-2.5 max-w-measure text-lead text-ink-2">{t('lead', { bank: bank.name })}</p>
            <div className="mt-6 max-w-[42rem] border-b border-rule">
              {(['body1', 'body2', 'body3'] as const).map((key) => (
                <p key={key} className="border-t border-rule py-4">
                  {t(key, { bank: bank.name })}
                </p>
              ))}
            </div>
          </div>
          <Beside page={page} />
        </div>
      </main>
      <PageFooter />
    </>
  );
}

/** The other one of the two, and a person to ask. */
function Beside({ page }: { page: Page }) {
  const bank = useBank();
  const words = useTranslations('legal');
  const help = useTranslations('help');
  const links = [
    { key: 'privacy', href: bank.privacyHref },
    { key: 'terms', href: bank.termsHref },
  ] as const;
  return (
    <ul className="ledger lg:mt-2">
      {links.map(({ key, href }) => (
        <li key={key}>
          <a
            href={href}
            className="block py-3 text-accent-text underline underline-offset-4 aria-[current]:font-mark aria-[current]:text-ink aria-[current]:no-underline"
            {...(key === page ? { 'aria-current': 'page' as const } : {})}
          >
            {words(`${key}.title`)}
          </a>
        </li>
      ))}
      <li>
        <a href={bank.phoneHref} className="block py-3 text-accent-text underline underline-offset-4">
          {help('call', { phone: bank.phone })}
        </a>
      </li>
    </ul>
  );
}
