import { useTranslations } from 'next-intl';
import { FocusHeading } from '@/components/ui/focus-heading';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ConfirmPageView } from '@/lib/domain/read-models';
import { StillWorking } from './still-working';

/** A slip that needs no code and has not gone yet: one press sends what was agreed to. */
export function SendAgreed({
  view: { enrollmentId, version, stepUp },
  send,
}: {
  view: ConfirmPageView;
  /** Fields: enrollmentId, version. */
  send: (form: FormData) => void | Promise<void>;
}) {
  const t = useTranslations('confirm');
  const why = useTranslations('stepUp');
  return (
    <>
      <FocusHeading>{t('titleSend')}</FocusHeading>
      <p className="mb-6 mt-2 max-w-measure text-lead text-ink-2 md:mt-2.5">
        {t('leadSend')}{' '}
        {why(`waived.${stepUp.because}`, { country: stepUp.country, count: stepUp.cardsAtLeast })}
      </p>
      <form action={send} className="flex flex-wrap gap-2">
        <input type="hidden" name="enrollmentId" value={enrollmentId} />
        <input type="hidden" name="version" value={version} />
        <SubmitButton fullOnPhone busyLabel={t('sendBusy')}>
          {t('send')}
        </SubmitButton>
        <StillWorking words={t('still')} />
      </form>
    </>
  );
}
