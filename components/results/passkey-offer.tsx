import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from '@/components/ui/app-link';
import { Icon } from '@/components/ui/icon';

/** One quiet line after the first slip: there is an easier way than codes. */
export function PasskeyOffer() {
  const t = useTranslations('results');
  return (
    <p className="mt-8 flex gap-2.5 border-t border-rule pt-5 text-note text-ink-2">
      <Icon icon={KeyRound} size={19} className="mt-px" />
      <span>
        {t('passkeyOffer')}{' '}
        <AppLink className="link" href="/account/passkeys">
          {t('passkeyAdd')}
        </AppLink>
      </span>
    </p>
  );
}
