'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { announcementAt } from '@/components/confirm/use-countdown';

/** Minutes and seconds that run down: seen each second, heard each minute and at thirty seconds. */
export function TimeLeft({ left, large, children }: { left: number; large: boolean; children?: ReactNode }) {
  const t = useTranslations('timeLeft');
  const said = announcementAt(left);
  return (
    <div className={`flex items-center ${large ? 'gap-4' : 'gap-2.5'}`}>
      <bdi
        dir="ltr"
        role="timer"
        aria-label={t('label')}
        className={`num ${large ? 'text-display' : 'text-h3'}`}
      >
        {Math.floor(left / 60)}:{String(left % 60).padStart(2, '0')}
      </bdi>
      <p className="text-small text-ink-2">
        {t('left')}
        {children}
      </p>
      <p role="status" className="sr-only">
        {said.key === 'minutesLeft' ? t('minutesLeft', { minutes: said.minutes }) : t('halfMinute')}
      </p>
    </div>
  );
}
