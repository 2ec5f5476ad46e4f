import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { signOutAction } from '@/app/sign-out';
import { CardsScreen } from '@/components/cards/cards-screen';
import { PortalShell } from '@/components/shell/portal-shell';
import { customerView, requireCustomer } from '@/lib/auth/actor';
import { loadCardsPage } from '@/lib/cards/cards-view';
import { knownProblem } from '@/lib/errors/known-problem';
import { dismissBannerAction, recheckEligibilityAction, startAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cards'))('title') };
}

export default async function CardsPage({ searchParams }: PageProps<'/cards'>) {
  const actor = await requireCustomer();
  const [view, { problem }] = await Promise.all([loadCardsPage(actor), searchParams]);
  const code = knownProblem(problem);
  const t = await getTranslations('errors');
  return (
    <PortalShell customer={customerView(actor)} current="cards" signOut={signOutAction}>
      <CardsScreen
        view={view}
        {...(code === null ? {} : { notice: t(code) })}
        actions={{
          start: startAction,
          dismissBanner: dismissBannerAction,
          recheckEligibility: recheckEligibilityAction,
        }}
      />
    </PortalShell>
  );
}
