import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PortalPage } from '@/app/portal-page';
import { WhenReady } from '@/app/when-ready';
import { PagePlaceholder } from '@/components/ui/page-placeholder';
import { WalletsScreen } from '@/components/wallets/wallets-screen';
import { requireCustomer } from '@/lib/auth/actor';
import { loadWallets, portalUrl } from '@/lib/cards/cards-view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallets'))('title') };
}

export default async function WalletsPage() {
  const actor = await requireCustomer();
  return (
    <PortalPage actor={actor} current="wallets">
      <WhenReady
        loading={loadWallets(actor)}
        placeholder={async () => (
          <PagePlaceholder
            title={(await getTranslations('wallets'))('title')}
            href="/wallets"
            list="wallets"
            rows={5}
            slip={false}
          />
        )}
      >
        {({ requestors, eligibility }) => (
          <WalletsScreen requestors={requestors} eligibility={eligibility} qrUrl={portalUrl('/wallets')} />
        )}
      </WhenReady>
    </PortalPage>
  );
}
