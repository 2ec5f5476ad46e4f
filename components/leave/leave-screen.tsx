import { useFormatter, useTranslations } from 'next-intl';
import { useBank } from '@/components/i18n/use-bank';
import { TokenRequestorLogo } from '@/components/art/token-requestor-logo';
import { ClientWords } from '@/components/i18n/client-words';
import { TIME } from '@/components/results/moment';
import { Dialog } from '@/components/ui/dialog';
import { FocusHeading } from '@/components/ui/focus-heading';
import type { LeavePageView } from '@/lib/domain/read-models';
import { HandOver } from './hand-over';
import { TornSlip } from './torn-slip';

interface LeaveScreenProps {
  view: LeavePageView;
  /** Address to which "Continue" posts; it answers with the way out (303). */
  goAction: string;
  /** Field: enrollmentId. */
  cancel: (form: FormData) => Promise<void>;
  /** Field: enrollmentId. */
  sendAgain: (form: FormData) => Promise<void>;
}

/** Step 4: where to, what goes, how long it stays valid. One press, no script needed. */
export function LeaveScreen({ view, goAction, cancel, sendAgain }: LeaveScreenProps) {
  const bank = useBank();
  const t = useTranslations('leave');
  const time = useTranslations('timeLeft');
  const format = useFormatter();
  const { name } = view.tokenRequestor;
  return (
    <div className="grid items-center gap-[30px] lg:grid-cols-[minmax(0,1fr)_430px] lg:gap-[72px] lg:pt-[26px]">
      <div className="min-w-0">
        <FocusHeading>{t('headline', { name })}</FocusHeading>
        <p className="mt-2 max-w-measure text-lead text-ink-2 md:mt-2.5">{t('lead', { bank: bank.name })}</p>
        <div className="mt-[22px] flex items-center gap-3 rounded-control bg-sheet px-4 py-3 shadow-[0_0_0_1px_var(--rule)]">
          <TokenRequestorLogo logo={view.tokenRequestor.logo} name={name} size={38} />
          <p className="min-w-0">
            <b dir="ltr" className="block [overflow-wrap:anywhere]">
              {view.destinationHost}
            </b>
            <span className="block text-small text-ink-2">{t('addressHint')}</span>
          </p>
        </div>
        <ClientWords namespaces={['leave', 'timeLeft']}>
          <HandOver
            secondsLeft={view.secondsLeft}
            expiresAt={view.expiresAt}
            name={name}
            againBy={view.againBy}
            goAction={goAction}
            enrollmentId={view.enrollmentId}
            sendAgain={sendAgain}
            until={
              <p className="text-note text-ink-2">
                {time('until', { time: format.dateTime(new Date(view.expiresAt), TIME) })}{' '}
                {t('after', { again: view.againBy })}
              </p>
            }
            cancel={
              <div className="max-md:flex max-md:w-full max-md:justify-center">
                <Dialog
                  action={cancel}
                  fields={{ enrollmentId: view.enrollmentId }}
                  trigger={{ label: t('cancel') }}
                  title={t('cancelTitle')}
                  confirmLabel={t('cancelYes')}
                  keepLabel={t('cancelNo')}
                >
                  {t('cancelBody')}
                </Dialog>
              </div>
            }
          />
        </ClientWords>
      </div>
      <TornSlip slip={view} />
    </div>
  );
}
