import { useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';

/** The last line of every page of the bank: whom to call comes first and in one place (WCAG 3.2.6), then what the law wants said. */
export function PageFooter({ className = 'page-foot' }: { className?: string }) {
  const bank = useBank();
  const t = useTranslations('brand');
  const links = [
    { href: bank.phoneHref, text: t('call', { phone: bank.phone }) },
    { href: bank.privacyHref, text: t('privacy') },
    { href: bank.termsHref, text: t('terms') },
  ];
  return (
    <footer className={`flex flex-wrap gap-x-5 gap-y-1 text-small text-ink-2 ${className}`}>
      {links.map(({ href, text }) => (
        <a key={text} href={href} className="py-1 underline underline-offset-[3px]">
          {text}
        </a>
      ))}
    </footer>
  );
}
