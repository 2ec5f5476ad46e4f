'use client';

import { Timer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { announcementAt } from './use-countdown';

/** How long the code works and how many tries are left, in words. Seen each second, heard each minute and at thirty seconds. */
export function CodeClock({ secondsLeft, triesLeft }: { secondsLeft: number; triesLeft: number }) {
  const t = useTranslations('confirm');
  const said = announcementAt(secondsLeft);
  return (
    <div>
      <p className="num flex gap-[7px] text-small text-ink-2">
        <Icon icon={Timer} size={18} className="mt-px" />
        <span>
          {secondsLeft > 0 ? (
            <>
              {t('worksFor', { time: spell(secondsLeft, t) })} {t('tries', { count: triesLeft })}
            </>
          ) : (
            t('ended')
          )}
        </span>
      </p>
      <p role="status" className="sr-only">
        {said.key === 'minutesLeft' ? t('minutesLeft', { minutes: said.minutes }) : t(said.key)}
      </p>
    </div>
  );
}

function spell(secondsLeft: number, t: ReturnType<typeof useTranslations<'confirm'>>): string {
  const minutes = Math.floor(secondsLeft / 60);
  const seconds = secondsLeft % 60;
  if (minutes === 0) return t('secondsOnly', { seconds });
  return seconds === 0 ? t('minutesOnly', { minutes }) : t('minutesSeconds', { minutes, seconds });
}
