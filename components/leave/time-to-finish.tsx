'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useCountdown } from '@/components/confirm/use-countdown';
import type { TimeLeftView } from '@/lib/domain/read-models';
import { TimeLeft } from './time-left';

/** The same time where a slip is only looked at. When it is over, the server draws what is true then, with the way on. */
export function TimeToFinish({ secondsLeft, expiresAt }: TimeLeftView) {
  const t = useTranslations('timeLeft');
  const router = useRouter();
  const left = useCountdown(secondsLeft, expiresAt);
  const over = left === 0;
  useEffect(() => {
    if (!over) return;
    // The server counts whole seconds downwards: a second later it agrees.
    const timer = setTimeout(() => router.refresh(), 1_000);
    return () => clearTimeout(timer);
  }, [over, router]);
  return over ? (
    <p role="status" className="text-small text-ink-2">
      {t('over')}
    </p>
  ) : (
    <TimeLeft left={left} large={false} />
  );
}
