import { useTranslations } from 'next-intl';
import { OutcomeWatch } from '@/components/results/outcome-watch';
import { ProblemBanner } from '@/components/ui/problem-banner';
import { ButtonLink } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { FocusHeading } from '@/components/ui/focus-heading';
import type { ActivityDetailView, ActivityRowView } from '@/lib/domain/read-models';
import { ActivityList } from './activity-list';
import type { ActivityActions } from './slip-actions';
import { SlipDetail } from './slip-detail';

interface ActivityScreenProps {
  rows: ActivityRowView[];
  /** The chosen slip; without a choice, the newest. Null when there is none. */
  detail: ActivityDetailView | null;
  actions: ActivityActions;
  /** Why the last press was refused: a key of `errors`. */
  problem?: string | null;
}

/** Every slip and where it stands: nobody is ever lost. */
export function ActivityScreen({ rows, detail, actions, problem = null }: ActivityScreenProps) {
  const t = useTranslations('activity');
  const results = useTranslations('results');
  return (
    <>
      {problem === null ? null : <ProblemBanner code={problem} signInNext="/activity" />}
      <FocusHeading>{t('title')}</FocusHeading>
      {rows.length === 0 ? (
        <Empty
          title={t('emptyTitle')}
          action={
            <ButtonLink href="/cards" size="sm" variant="quiet">
              {t('emptyAction')}
            </ButtonLink>
          }
        >
          {t('emptyBody')}
        </Empty>
      ) : (
        <div className="mt-[18px] grid items-start gap-[26px] lg:grid-cols-[376px_minmax(0,1fr)] lg:gap-14">
          <div className="max-lg:order-2">
            <ActivityList rows={rows} chosen={detail?.enrollmentId ?? null} />
          </div>
          {detail === null ? null : (
            <div className="min-w-0">
              <SlipDetail detail={detail} actions={actions} />
              <OutcomeWatch
                enrollmentId={detail.enrollmentId}
                state={detail.state}
                updatedAt={detail.updatedAt}
                changedWords={results('updated', { name: detail.tokenRequestor.name })}
              />
            </div>
          )}
        </div>
      )}
    </>
  );
}
