import { UserRoundX } from 'lucide-react';
import { useBank } from '@/components/i18n/use-bank';
import { useTranslations } from 'next-intl';
import { SystemFrame } from '@/components/system/system-frame';
import { buttonClass } from '@/components/ui/button';

/** Signed in with the bank, but no cardholder here: says so, and offers another sign-in. */
export function NoAccountScreen({ signInHref }: { signInHref: string }) {
  const bank = useBank();
  const t = useTranslations('noAccount');
  return (
    <SystemFrame
      icon={UserRoundX}
      title={t('title')}
      lines={[
        { label: t('whatLabel'), text: t('what') },
        { label: t('doLabel'), text: t('do', { phone: bank.phone }) },
      ]}
    >
      <a href={signInHref} className={buttonClass({ fullOnPhone: true })}>
        {t('signIn')}
      </a>
    </SystemFrame>
  );
}
