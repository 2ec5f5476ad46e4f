import { useFormatter, useNow, useTranslations } from 'next-intl';
import { MaskedNumber } from '@/components/art/masked-number';
import { StatusLine } from '@/components/ui/status-line';
import { DAY, TIME } from '@/components/results/moment';
import { AppLink } from '@/components/ui/app-link';
import type { ActivityRowView } from '@/lib/domain/read-models';
import { rowStatus } from './row-status';

/** Every slip, newest first; the chosen one is marked by a wash, a bar and `aria-current`. */
export function ActivityList({ rows, chosen }: { rows: ActivityRowView[]; chosen: string | null }) {
  const t = useTranslations('activity');
  return (
    <nav aria-label={t('listLabel')}>
      <ul className="border-b border-rule has-[li:last-child_[aria-current]]:border-transparent">
        {rows.map((row) => (
          <li
            key={row.enrollmentId}
            className="border-t border-rule has-aria-[current]:border-transparent [li:has([aria-current])+&]:border-transparent"
          >
            <AppLink
              href={`/activity/${encodeURIComponent(row.enrollmentId)}`}
              {...(row.enrollmentId === chosen ? { 'aria-current': 'true' } : {})}
              className="relative -mx-2.5 grid grid-cols-[minmax(0,1fr)_auto] gap-x-3.5 gap-y-0.5 px-2.5 py-[15px] text-ink no-underline hover:bg-sunken aria-[current]:rounded-row aria-[current]:bg-accent-wash aria-[current]:before:absolute aria-[current]:before:inset-y-0 aria-[current]:before:start-0 aria-[current]:before:w-1 aria-[current]:before:rounded-s-[4px] aria-[current]:before:bg-accent forced-colors:aria-[current]:before:bg-[Highlight] md:-mx-4 md:px-4"
            >
              <Row row={row} />
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Row({ row }: { row: ActivityRowView }) {
  const t = useTranslations('activity');
  const states = useTranslations('states');
  const { look, key, count } = rowStatus(row);
  const [only] = row.cards;
  return (
    <>
      <span className="text-h3">{t('to', { name: row.name })}</span>
      <When at={row.updatedAt} />
      <span className="num col-span-2 text-small text-ink-2">
        {row.cards.length === 1 && only !== undefined ? (
          <>
            {only.name} <MaskedNumber last4={only.last4} />
          </>
        ) : (
          t('cardsCount', { count: row.cards.length })
        )}
      </span>
      <span className="col-span-2 mt-[3px]">
        <StatusLine outcome={look}>{states(key, { count })}</StatusLine>
      </span>
    </>
  );
}

function When({ at }: { at: string }) {
  const t = useTranslations('activity');
  const format = useFormatter();
  const moment = new Date(at);
  const today = format.dateTime(moment, DAY) === format.dateTime(useNow(), DAY);
  return (
    <time dateTime={at} className="num text-small leading-6 text-ink-2">
      {today ? t('today', { time: format.dateTime(moment, TIME) }) : format.dateTime(moment, DAY)}
    </time>
  );
}
