import { useTranslations } from 'next-intl';
import { Mark } from '@/components/art/mark';
import { AppLink } from '@/components/ui/app-link';
import { brand } from '@/lib/domain/brand';

const LOOK =
  'flex min-h-10 items-center gap-[9px] text-field font-mark tracking-[-.02em] text-ink no-underline';

/** Mark and name of the bank; a link home where the person has one. */
export function BrandLink({ href = null }: { href?: string | null }) {
  const t = useTranslations('nav');
  const content = (
    <>
      <Mark />
      <span>{brand.name}</span>
    </>
  );
  if (href === null) return <div className={LOOK}>{content}</div>;
  return (
    <AppLink href={href} className={LOOK} aria-label={t('home', { bank: brand.name })}>
      {content}
    </AppLink>
  );
}
