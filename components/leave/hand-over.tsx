'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { announcementAt, useCountdown } from '@/components/confirm/use-countdown';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

interface HandOverProps {
  secondsLeft: number;
  /** Identity of the server's statement about the time. */
  expiresAt: string;
  name: string;
  /** Plain POST: the browser itself goes on, with or without a script. */
  goAction: string;
  newCodeHref: string;
  cancel: ReactNode;
}

/** The time left and the two ways on. When the time is over, the way on is a new code. */
export function HandOver({ secondsLeft, expiresAt, name, goAction, newCodeHref, cancel }: HandOverProps) {
  const t = useTranslations('leave');
  const left = useCountdown(secondsLeft, expiresAt);
  const [gone, setGone] = useState(false);
  return (
    <>
      {left > 0 ? <TimeLeft left={left} /> : <TimeOver />}
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
          <ButtonLink href={newCodeHref} fullOnPhone>
            {t('overAction')}
          </ButtonLink>
        )}
        {cancel}
      </div>
    </>
  );
}

function TimeLeft({ left }: { left: number }) {
  const t = useTranslations('leave');
  const said = announcementAt(left);
  const seconds = String(left % 60).padStart(2, '0');
  return (
    <div className="mt-5 flex items-center gap-4 md:mt-7">
      <bdi dir="ltr" role="timer" aria-label={t('timerLabel')} className="num text-display">
        {Math.floor(left / 60)}:{seconds}
      </bdi>
      <p className="text-small text-ink-2">
        {t('left')}
        <br />
        {t('after')}
      </p>
      <p role="status" className="sr-only">
        {said.key === 'minutesLeft'
          ? t('minutesLeft', { minutes: said.minutes })
          : t(said.key === 'halfMinute' ? 'halfMinute' : 'overTitle')}
      </p>
    </div>
  );
}

function TimeOver() {
  const t = useTranslations('leave');
  return (
    <div role="alert" className="mt-5 md:mt-7">
      <h2 className="text-h2">{t('overTitle')}</h2>
      <p className="mt-1.5 max-w-measure text-note text-ink-2">{t('overBody')}</p>
    </div>
  );
}
