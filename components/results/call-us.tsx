import { useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';
import { buttonClass } from '@/components/ui/button';

/** The bank's number: a person can do what the screen cannot. */
export function CallUs({ small = false }: { small?: boolean }) {
  const { phone, phoneHref } = useBank();
  const t = useTranslations('results');
  return (
    <a
      className={buttonClass({ variant: 'text', size: small ? 'sm' : undefined }, small ? 'px-0!' : '')}
      href={phoneHref}
      aria-label={t('callUsLabel', { phone })}
    >
      {t('callUs')}
    </a>
  );
}
