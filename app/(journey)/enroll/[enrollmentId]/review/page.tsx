import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JourneyPage } from '@/app/portal-page';
import { goTo } from '@/app/go-to';
import { orNotFound } from '@/app/or-not-found';
import { ReviewScreen } from '@/components/review/review-screen';
import { requireCustomer } from '@/lib/auth/actor';
import { currentEnrollment } from '@/lib/enrollment/enrollment-view';
import { pageFor } from '@/lib/enrollment/next-step';
import { reviewView } from '@/lib/enrollment/wizard-view';
import { knownProblem } from '@/lib/errors/known-problem';
import { agreeAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('title') };
}

/** Step 2: what will be shared, and the consent. */
export default async function ReviewPage({
  params,
  searchParams,
}: PageProps<'/enroll/[enrollmentId]/review'>) {
  const actor = await requireCustomer();
  const enrollment = await orNotFound(currentEnrollment(actor, (await params).enrollmentId));
  if (enrollment.state !== 'draft' && enrollment.state !== 'consented') goTo(pageFor(enrollment));
  return (
    <JourneyPage actor={actor} step={2} closeHref="/cards">
      <ReviewScreen
        view={await reviewView(actor, enrollment)}
        changeHref={`/enroll/${enrollment.id}/choose`}
        action={agreeAction}
        problem={knownProblem((await searchParams)['problem'])}
      />
    </JourneyPage>
  );
}
