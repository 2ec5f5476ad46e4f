import { useTranslations } from 'next-intl';
import { Slip, SlipBody, SlipStub } from '@/components/art/slip';
import { useBank } from '@/components/i18n/use-bank';
import { buttonClass } from '@/components/ui/button';
import { SafetyLinks } from './safety-links';

/** Beside a page about the safety of the account: the others of its kind, and the bank's number. A phone has them in its menu. */
export function AccountRail({ current }: { current: 'devices' | 'passkeys' }) {
  const bank = useBank();
  const t = useTranslations('profile');
  const help = useTranslations('help');
  return (
    <Slip label={t('safety')} className="max-md:hidden">
      <SlipStub wide>
        <h2 className="text-h2">{t('safety')}</h2>
      </SlipStub>
      <SlipBody>
        <ul>
          <SafetyLinks current={current} />
        </ul>
        <a href={bank.phoneHref} className={buttonClass({ variant: 'quiet', size: 'sm' }, 'mt-3.5')}>
          {help('call', { phone: bank.phone })}
        </a>
      </SlipBody>
    </Slip>
  );
}
