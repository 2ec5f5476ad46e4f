import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PortalPage } from '@/app/portal-page';
import { CardsScreen } from '@/components/cards/cards-screen';
import { ProblemBanner } from '@/components/ui/problem-banner';
import { requireCustomer } from '@/lib/auth/actor';
import { loadCardsPage } from '@/lib/cards/cards-view';
import { knownProblem } from '@/lib/errors/known-problem';
import { dismissBannerAction, recheckEligibilityAction, startAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cards'))('title') };
}

export default async function CardsPage({ searchParams }: PageProps<'/cards'>) {
  const actor = await requireCustomer();
  const view = await loadCardsPage(actor);
  const problem = knownProblem((await searchParams)['problem']);
  return (
    <PortalPage actor={actor} current="cards">
      {problem === null ? null : <ProblemBanner code={problem} signInNext="/cards" />}
      <CardsScreen
        view={view}
        actions={{
          start: startAction,
          dismissBanner: dismissBannerAction,
          recheckEligibility: recheckEligibilityAction,
        }}
      />
    </PortalPage>
  );
}
