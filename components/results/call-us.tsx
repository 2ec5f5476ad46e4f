import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';

/** The bank's number: a person can do what the screen cannot. */
export function CallUs({ phone, small = false }: { phone: string; small?: boolean }) {
  const t = useTranslations('results');
  return (
    <a
      className={buttonClass({ variant: 'text', size: small ? 'sm' : undefined })}
      href={`tel:${phone.replace(/[^\d+]/g, '')}`}
      aria-label={t('callUsLabel', { phone })}
    >
      {t('callUs')}
    </a>
  );
}
