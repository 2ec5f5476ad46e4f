import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { sessionWarning } from '@/app/session-warning';
import { signOutAction } from '@/app/sign-out';
import { CardsScreen } from '@/components/cards/cards-screen';
import { PortalShell } from '@/components/shell/portal-shell';
import { ProblemBanner } from '@/components/ui/problem-banner';
import { customerView, requireCustomer } from '@/lib/auth/actor';
import { loadCardsPage } from '@/lib/cards/cards-view';
import { knownProblem } from '@/lib/errors/known-problem';
import { dismissBannerAction, recheckEligibilityAction, startAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cards'))('title') };
}

export default async function CardsPage({ searchParams }: PageProps<'/cards'>) {
  const actor = await requireCustomer();
  const view = await loadCardsPage(actor);
  return (
    <PortalShell
      customer={customerView(actor)}
      current="cards"
      signOut={signOutAction}
      session={await sessionWarning(actor)}
    >
      <ProblemBanner code={knownProblem((await searchParams)['problem'])} />
      <CardsScreen
        view={view}
        actions={{
          start: startAction,
          dismissBanner: dismissBannerAction,
          recheckEligibility: recheckEligibilityAction,
        }}
      />
    </PortalShell>
  );
}
