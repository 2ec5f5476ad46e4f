import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { sessionWarning } from '@/app/session-warning';
import { signOutAction } from '@/app/sign-out';
import { ActivityScreen } from '@/components/activity/activity-screen';
import { PortalShell } from '@/components/shell/portal-shell';
import { ProblemBanner } from '@/components/ui/problem-banner';
import { customerView, requireCustomer } from '@/lib/auth/actor';
import { loadActivity, loadActivityDetail } from '@/lib/enrollment/activity-view';
import { knownProblem } from '@/lib/errors/known-problem';
import { orNotFound } from '@/app/or-not-found';
import { cancelAction, pushAgainAction, startAgainAction } from '../../actions';

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
    <PortalShell
      customer={customerView(actor)}
      current="activity"
      signOut={signOutAction}
      session={await sessionWarning(actor)}
    >
      <ProblemBanner code={knownProblem((await searchParams)['problem'])} />
      <ActivityScreen
        rows={await loadActivity(actor)}
        detail={detail}
        actions={{ pushAgain: pushAgainAction, startAgain: startAgainAction, cancel: cancelAction }}
      />
    </PortalShell>
  );
}
