'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';

interface ResendFormProps {
  /** Hidden fields that go along. */
  fields: Record<string, string>;
  resend: (form: FormData) => void | Promise<void>;
  /** Seconds until another code may be asked for. */
  secondsLeft: number;
  primary: boolean;
  /** What the button says; without it, that another code is sent. */
  label?: string;
}

/** Asks for another code; while the wait runs it says how long. Without the script the button is there at once and the server decides. */
export function ResendForm({ fields, resend, secondsLeft, primary, label }: ResendFormProps) {
  const t = useTranslations('confirm');
  const waiting = secondsLeft > 0;
  return (
    <form action={resend} className="max-md:w-full">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {waiting ? (
        <button
          type="button"
          disabled
          className={buttonClass(
            { variant: 'text', fullOnPhone: true },
            'num bg-transparent! no-underline! noscript:hidden',
          )}
        >
          {t('resendIn', { seconds: secondsLeft })}
        </button>
      ) : null}
      <SubmitButton
        variant={primary ? 'primary' : 'text'}
        fullOnPhone
        className={waiting ? 'hidden! noscript:inline-flex!' : ''}
        busyLabel={t('resendBusy')}
      >
        {label ?? t('resend')}
      </SubmitButton>
    </form>
  );
}
