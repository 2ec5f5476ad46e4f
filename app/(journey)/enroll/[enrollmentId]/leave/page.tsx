import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JourneyPage } from '@/app/portal-page';
import { goTo } from '@/app/go-to';
import { cancelAction, pushAgainAction } from '@/app/(portal)/actions';
import { orNotFound } from '@/app/or-not-found';
import { LeaveScreen } from '@/components/leave/leave-screen';
import { requireCustomer } from '@/lib/auth/actor';
import { currentEnrollment, loadLeave } from '@/lib/enrollment/enrollment-view';
import { pageFor } from '@/lib/enrollment/next-step';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('leave'))('title') };
}

/** Step 4: where to, what went along, how long it stays valid. Works without JavaScript. */
export default async function LeavePage({ params }: PageProps<'/enroll/[enrollmentId]/leave'>) {
  const actor = await requireCustomer();
  const enrollment = await orNotFound(currentEnrollment(actor, (await params).enrollmentId));
  const view =
    enrollment.state === 'pushed' || enrollment.state === 'with_token_requestor'
      ? await loadLeave(actor, enrollment)
      : null;
  if (view === null) {
    const target = pageFor(enrollment);
    goTo(target.endsWith('/leave') ? `/tokenization-results/${enrollment.id}` : target);
  }
  return (
    <JourneyPage actor={actor} step={4} closeHref="/activity">
      <LeaveScreen
        view={view}
        goAction={`/enroll/${enrollment.id}/leave/go`}
        cancel={cancelAction}
        sendAgain={pushAgainAction}
      />
    </JourneyPage>
  );
}
