import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { sessionWarning } from '@/app/session-warning';
import { signOutAction } from '@/app/sign-out';
import { PortalShell } from '@/components/shell/portal-shell';
import { WalletsScreen } from '@/components/wallets/wallets-screen';
import { customerView, requireCustomer } from '@/lib/auth/actor';
import { loadWallets, portalUrl } from '@/lib/cards/cards-view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallets'))('title') };
}

export default async function WalletsPage() {
  const actor = await requireCustomer();
  const { requestors, eligibility } = await loadWallets(actor);
  return (
    <PortalShell
      customer={customerView(actor)}
      current="wallets"
      signOut={signOutAction}
      session={await sessionWarning(actor)}
    >
      <WalletsScreen requestors={requestors} eligibility={eligibility} qrUrl={portalUrl('/wallets')} />
    </PortalShell>
  );
}
