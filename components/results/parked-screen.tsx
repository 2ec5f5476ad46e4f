import { useTranslations } from 'next-intl';
import { OpenSeal } from '@/components/art/open-seal';
import { ButtonLink } from '@/components/ui/button';
import { FocusHeading } from '@/components/ui/focus-heading';
import { SubmitButton } from '@/components/ui/submit-button';

interface ParkedScreenProps {
  reference: string;
  /** No fields: the server knows what this browser brought back. */
  action: (form: FormData) => Promise<void>;
}

/** An answer for this person's slip, in another browser than the one that left: nothing counts until they say so (decisions 6). */
export function ParkedScreen({ reference, action }: ParkedScreenProps) {
  const t = useTranslations('results.parked');
  return (
    <div className="flex flex-wrap items-start gap-x-16 gap-y-8 max-md:justify-center lg:pt-6">
      <div className="max-w-measure min-w-0 flex-1 basis-80">
        <FocusHeading>{t('title')}</FocusHeading>
        <p className="mt-2.5 text-lead text-ink-2">{t('lead', { reference })}</p>
        <p className="mt-4">{t('body')}</p>
        <div className="mt-6 flex flex-wrap gap-x-3.5 gap-y-2">
          <form action={action} className="max-md:w-full">
            <SubmitButton fullOnPhone busyLabel={t('actionBusy')}>
              {t('action')}
            </SubmitButton>
          </form>
          <ButtonLink href="/activity" variant="quiet" fullOnPhone>
            {t('decline')}
          </ButtonLink>
        </div>
      </div>
      <OpenSeal size={168} />
    </div>
  );
}
