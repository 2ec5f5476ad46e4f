import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PortalPage } from '@/app/portal-page';
import { ActivityScreen } from '@/components/activity/activity-screen';
import { requireCustomer } from '@/lib/auth/actor';
import { loadActivity, loadActivityDetail } from '@/lib/enrollment/activity-view';
import { knownProblem } from '@/lib/errors/known-problem';
import { cancelAction, pushAgainAction, startAgainAction, withdrawAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('activity'))('title') };
}

/** Every enrollment; the newest one is open. */
export default async function ActivityPage({ searchParams }: PageProps<'/activity'>) {
  const actor = await requireCustomer();
  const rows = await loadActivity(actor);
  const newest = rows[0];
  return (
    <PortalPage actor={actor} current="activity">
      <ActivityScreen
        problem={knownProblem((await searchParams)['problem'])}
        rows={rows}
        detail={newest === undefined ? null : await loadActivityDetail(actor, newest.enrollmentId)}
        actions={{
          pushAgain: pushAgainAction,
          startAgain: startAgainAction,
          cancel: cancelAction,
          withdraw: withdrawAction,
        }}
      />
    </PortalPage>
  );
}
