import { notFound } from 'next/navigation';
import { JourneyPage } from '@/app/portal-page';
import { goTo } from '@/app/go-to';
import { orNotFound } from '@/app/or-not-found';
import { ChooseScreen } from '@/components/choose/choose-screen';
import { requireCustomer } from '@/lib/auth/actor';
import { loadChoose } from '@/lib/cards/cards-view';
import { currentEnrollment } from '@/lib/enrollment/enrollment-view';
import { pageFor } from '@/lib/enrollment/next-step';
import { chooseAction } from '../../actions';

export { generateMetadata } from '../../to/[tokenRequestorId]/page';

/** Step 1 again: other cards for a draft. */
export default async function ChangeCardsPage({ params }: PageProps<'/enroll/[enrollmentId]/choose'>) {
  const actor = await requireCustomer();
  const enrollment = await orNotFound(currentEnrollment(actor, (await params).enrollmentId));
  if (enrollment.state !== 'draft' && enrollment.state !== 'consented') goTo(pageFor(enrollment));
  const view = await loadChoose(
    actor,
    enrollment.tokenRequestorId,
    enrollment.cards.map((card) => card.cardId),
    enrollment.id,
  );
  if (view === null) notFound();
  return (
    <JourneyPage actor={actor} step={1} closeHref="/cards">
      <ChooseScreen view={view} action={chooseAction} />
    </JourneyPage>
  );
}
