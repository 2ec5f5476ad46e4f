import { useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';
import { Mark } from '@/components/art/mark';
import { AppLink } from '@/components/ui/app-link';

const LOOK =
  'flex min-h-10 items-center gap-[9px] text-field font-mark tracking-[-.02em] text-ink no-underline md:max-w-60 md:shrink-0';

/** Mark and name of the bank, leading nowhere: needs no words but its own. */
export function BrandName() {
  const bank = useBank();
  return (
    <div className={LOOK}>
      <Mark />
      <span>{bank.name}</span>
    </div>
  );
}

function HomeLink({ href }: { href: string }) {
  const bank = useBank();
  const t = useTranslations('nav');
  return (
    <AppLink href={href} className={LOOK} aria-label={t('home', { bank: bank.name })}>
      <Mark />
      <span>{bank.name}</span>
    </AppLink>
  );
}

/** Mark and name of the bank; leading home where the person has one. */
export function BrandLink({ href = null }: { href?: string | null }) {
  return href === null ? <BrandName /> : <HomeLink href={href} />;
}
