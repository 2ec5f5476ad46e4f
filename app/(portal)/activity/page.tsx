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
import { cancelAction, pushAgainAction, startAgainAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('activity'))('title') };
}

/** Every enrollment; the newest one is open. */
export default async function ActivityPage({ searchParams }: PageProps<'/activity'>) {
  const actor = await requireCustomer();
  const rows = await loadActivity(actor);
  const newest = rows[0];
  return (
    <PortalShell
      customer={customerView(actor)}
      current="activity"
      signOut={signOutAction}
      session={await sessionWarning(actor)}
    >
      <ProblemBanner code={knownProblem((await searchParams)['problem'])} />
      <ActivityScreen
        rows={rows}
        detail={newest === undefined ? null : await loadActivityDetail(actor, newest.enrollmentId)}
        actions={{ pushAgain: pushAgainAction, startAgain: startAgainAction, cancel: cancelAction }}
      />
    </PortalShell>
  );
}
