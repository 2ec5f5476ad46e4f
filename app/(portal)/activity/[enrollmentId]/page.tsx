import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PortalPage } from '@/app/portal-page';
import { ActivityScreen } from '@/components/activity/activity-screen';
import { requireCustomer } from '@/lib/auth/actor';
import { loadActivity, loadActivityDetail } from '@/lib/enrollment/activity-view';
import { knownProblem } from '@/lib/errors/known-problem';
import { orNotFound } from '@/app/or-not-found';
import { cancelAction, pushAgainAction, startAgainAction, withdrawAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('activity'))('title') };
}

export default async function ActivityDetailPage({
  params,
  searchParams,
}: PageProps<'/activity/[enrollmentId]'>) {
  const actor = await requireCustomer();
  const { enrollmentId } = await params;
  const detail = await orNotFound(loadActivityDetail(actor, enrollmentId));
  return (
    <PortalPage actor={actor} current="activity">
      <ActivityScreen
        problem={knownProblem((await searchParams)['problem'])}
        rows={await loadActivity(actor)}
        detail={detail}
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
