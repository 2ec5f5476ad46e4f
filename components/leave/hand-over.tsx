'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { useCountdown } from '@/components/confirm/use-countdown';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import type { AgainBy, TimeLeftView } from '@/lib/domain/read-models';
import { TimeLeft } from './time-left';

interface HandOverProps extends TimeLeftView {
  enrollmentId: string;
  name: string;
  againBy: AgainBy;
  /** Plain POST: the browser itself goes on, with or without a script. */
  goAction: string;
  /** Sends the slip again when its time is over. Field: enrollmentId. */
  sendAgain: (form: FormData) => Promise<void>;
  /** The time left by the clock, where no script counts it down. */
  until: ReactNode;
  cancel: ReactNode;
}

/** The time left and the two ways on. When the time is over, one press sends the slip again. */
export function HandOver({
  enrollmentId,
  secondsLeft,
  expiresAt,
  name,
  againBy,
  goAction,
  sendAgain,
  until,
  cancel,
}: HandOverProps) {
  const t = useTranslations('leave');
  const left = useCountdown(secondsLeft, expiresAt);
  const [gone, setGone] = useState(false);
  return (
    <>
      {left > 0 ? (
        <div className="mt-5 md:mt-7">
          <div className="with-script">
            <TimeLeft left={left} large>
              <br />
              {t('after', { again: againBy })}
            </TimeLeft>
          </div>
          <div className="without-script">{until}</div>
        </div>
      ) : (
        <TimeOver againBy={againBy} />
      )}
      <div className="mt-7 flex flex-wrap gap-2">
        {left > 0 ? (
          <form
            method="post"
            action={goAction}
            className="max-md:w-full"
            // Leaving twice is one departure: the second press of a double click is not sent.
            onSubmit={(event) => {
              if (gone) event.preventDefault();
              setGone(true);
              setTimeout(() => {
                setGone(false);
              }, 3_000);
            }}
          >
            <button type="submit" className={buttonClass({ variant: 'primary', fullOnPhone: true })}>
              {t('continue', { name })}
              <Icon icon={ArrowRight} size={19} flip />
            </button>
          </form>
        ) : (
          <form action={sendAgain} className="max-md:w-full">
            <input type="hidden" name="enrollmentId" value={enrollmentId} />
            <SubmitButton fullOnPhone>{t('overAction', { again: againBy })}</SubmitButton>
          </form>
        )}
        {cancel}
      </div>
    </>
  );
}

function TimeOver({ againBy }: { againBy: AgainBy }) {
  const t = useTranslations('leave');
  return (
    <div role="alert" className="mt-5 md:mt-7">
      <h2 className="text-h2">{t('overTitle')}</h2>
      <p className="mt-1.5 max-w-measure text-note text-ink-2">{t('overBody', { again: againBy })}</p>
    </div>
  );
}
