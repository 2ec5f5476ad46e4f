import { useTranslations } from 'next-intl';
import { FocusHeading } from '@/components/ui/focus-heading';
import type { ConfirmPageView } from '@/lib/domain/read-models';
import { PasskeyButton, type PasskeyActions } from './passkey-button';
import { ResendForm } from './resend-form';

/** For somebody who has a passkey: that one first, a code whenever they rather want one. */
export function PasskeyFirst({
  view: { enrollmentId, version, stepUp },
  passkey,
  resend,
}: {
  view: ConfirmPageView;
  passkey: PasskeyActions;
  resend: (form: FormData) => void | Promise<void>;
}) {
  const t = useTranslations('confirm');
  const why = useTranslations('stepUp');
  return (
    <>
      <FocusHeading>{t('titlePasskey')}</FocusHeading>
      <p className="mb-6 mt-2 max-w-measure text-lead text-ink-2 md:mt-2.5">
        {t('leadPasskey')}{' '}
        {why(`asks.${stepUp.because}`, { country: stepUp.country, count: stepUp.cardsAtLeast })}
      </p>
      <div className="flex flex-wrap items-start gap-2">
        <PasskeyButton enrollmentId={enrollmentId} version={version} actions={passkey} instead={false} />
        <ResendForm
          fields={{ enrollmentId }}
          resend={resend}
          secondsLeft={0}
          primary={false}
          label={t('codeInstead')}
        />
      </div>
    </>
  );
}
