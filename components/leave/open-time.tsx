import { useFormatter, useTranslations } from 'next-intl';
import { ClientWords } from '@/components/i18n/client-words';
import { TIME } from '@/components/results/moment';
import type { TimeLeftView } from '@/lib/domain/read-models';
import { TimeToFinish } from './time-to-finish';

/** How long a slip that waits elsewhere can still be finished: running down, or by the clock where no script runs. */
export function OpenTime({ timeLeft, className }: { timeLeft: TimeLeftView | null; className: string }) {
  const t = useTranslations('timeLeft');
  const format = useFormatter();
  if (timeLeft === null) return null;
  const { secondsLeft, expiresAt } = timeLeft;
  return (
    <div className={className}>
      <div className="with-script">
        <ClientWords namespaces={['timeLeft']}>
          <TimeToFinish secondsLeft={secondsLeft} expiresAt={expiresAt} />
        </ClientWords>
      </div>
      <p className="without-script text-small text-ink-2">
        {t('until', { time: format.dateTime(new Date(expiresAt), TIME) })}
      </p>
    </div>
  );
}
