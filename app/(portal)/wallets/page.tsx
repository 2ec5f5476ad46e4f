import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PortalPage } from '@/app/portal-page';
import { WalletsScreen } from '@/components/wallets/wallets-screen';
import { requireCustomer } from '@/lib/auth/actor';
import { loadWallets, portalUrl } from '@/lib/cards/cards-view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallets'))('title') };
}

export default async function WalletsPage() {
  const actor = await requireCustomer();
  const { requestors, eligibility } = await loadWallets(actor);
  return (
    <PortalPage actor={actor} current="wallets">
      <WalletsScreen requestors={requestors} eligibility={eligibility} qrUrl={portalUrl('/wallets')} />
    </PortalPage>
  );
}
