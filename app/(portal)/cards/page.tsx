import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PortalPage } from '@/app/portal-page';
import { WhenReady } from '@/app/when-ready';
import { CardsScreen } from '@/components/cards/cards-screen';
import { PagePlaceholder } from '@/components/ui/page-placeholder';
import { ProblemBanner } from '@/components/ui/problem-banner';
import { requireCustomer } from '@/lib/auth/actor';
import { countCards, loadCardsPage } from '@/lib/cards/cards-view';
import { knownProblem } from '@/lib/errors/known-problem';
import { dismissBannerAction, recheckEligibilityAction, startAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cards'))('title') };
}

export default async function CardsPage({ searchParams }: PageProps<'/cards'>) {
  const actor = await requireCustomer();
  const problem = knownProblem((await searchParams)['problem']);
  return (
    <PortalPage actor={actor} current="cards">
      {problem === null ? null : <ProblemBanner code={problem} signInNext="/cards" />}
      <WhenReady
        loading={loadCardsPage(actor)}
        placeholder={async () => (
          <PagePlaceholder
            title={(await getTranslations('cards'))('title')}
            href="/cards"
            list="cards"
            rows={await countCards(actor)}
            slip
          />
        )}
      >
        {(view) => (
          <CardsScreen
            view={view}
            actions={{
              start: startAction,
              dismissBanner: dismissBannerAction,
              recheckEligibility: recheckEligibilityAction,
            }}
          />
        )}
      </WhenReady>
    </PortalPage>
  );
}
