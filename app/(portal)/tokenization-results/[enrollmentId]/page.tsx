import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { tryItPlaces } from '#demo/data';
import { DemoTryIt } from '#demo/tools';
import { PortalPage } from '@/app/portal-page';
import { orNotFound } from '@/app/or-not-found';
import { PasskeyOffer } from '@/components/results/passkey-offer';
import { ResultsScreen } from '@/components/results/results-screen';
import { requireCustomer } from '@/lib/auth/actor';
import { loadOutcome } from '@/lib/enrollment/enrollment-view';
import { offersPasskey } from '@/lib/enrollment/passkey-offer';
import { cancelAction, pushAgainAction, startAgainAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('results'))('title') };
}

/** The outcome card by card, at a clean address (CB-07). */
export default async function ResultsPage({ params }: PageProps<'/tokenization-results/[enrollmentId]'>) {
  const actor = await requireCustomer();
  const { enrollmentId } = await params;
  const view = await orNotFound(loadOutcome(actor, enrollmentId));
  return (
    <PortalPage actor={actor} current="activity">
      <ResultsScreen
        view={view}
        actions={{ pushAgain: pushAgainAction, startAgain: startAgainAction, cancel: cancelAction }}
      >
        {view.state === 'reported' && (await offersPasskey(actor, enrollmentId)) ? <PasskeyOffer /> : null}
        <DemoTryIt view={view} places={await tryItPlaces(actor)} />
      </ResultsScreen>
    </PortalPage>
  );
}
