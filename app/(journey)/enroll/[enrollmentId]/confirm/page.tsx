import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { phoneOf } from '#demo/data';
import { DemoPhone } from '#demo/tools';
import { JourneyPage } from '@/app/portal-page';
import { goTo } from '@/app/go-to';
import { orNotFound } from '@/app/or-not-found';
import { ConfirmScreen } from '@/components/confirm/confirm-screen';
import { requireCustomer } from '@/lib/auth/actor';
import { currentEnrollment } from '@/lib/enrollment/enrollment-view';
import { pageFor } from '@/lib/enrollment/next-step';
import { confirmView } from '@/lib/enrollment/wizard-view';
import { knownProblem } from '@/lib/errors/known-problem';
import { confirmAction, resendAction, sendAction } from '../../actions';
import { askPasskeyAction, confirmPasskeyAction } from '../../passkey-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('confirm'))('title') };
}

/** Step 3: the one-time code that seals the slip. */
export default async function ConfirmPage({
  params,
  searchParams,
}: PageProps<'/enroll/[enrollmentId]/confirm'>) {
  const actor = await requireCustomer();
  const enrollment = await orNotFound(currentEnrollment(actor, (await params).enrollmentId));
  if (enrollment.state !== 'consented' && enrollment.state !== 'expired') goTo(pageFor(enrollment));
  const [view, phone] = [await confirmView(actor, enrollment), await phoneOf(actor)];
  return (
    <JourneyPage actor={actor} step={3} closeHref="/cards">
      <ConfirmScreen
        problem={knownProblem((await searchParams)['problem'])}
        view={view}
        action={confirmAction}
        resend={resendAction}
        send={sendAction}
        passkey={{ begin: askPasskeyAction, finish: confirmPasskeyAction }}
        changeHref={enrollment.state === 'consented' ? `/enroll/${enrollment.id}/review` : null}
        phone={
          phone === null || !view.stepUp.required || (view.passkey && view.challenge === null) ? null : (
            <DemoPhone {...phone} />
          )
        }
      />
    </JourneyPage>
  );
}
