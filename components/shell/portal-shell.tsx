import { ViewTransition, type ReactNode } from 'react';
import type { CustomerView } from '@/lib/domain/read-models';
import { AccountMenu } from './account-menu';
import { BrandLink } from './brand-link';
import { Header } from './header';
import { PageFooter } from './page-footer';
import { HeaderNav, TabBar, type PortalPlace } from './portal-nav';
import { SessionGuard } from './session-guard';
import type { SessionWarningProps } from './session-warning';
import { SkipLink } from './skip-link';

export interface PortalShellProps {
  customer: CustomerView;
  current: PortalPlace | null;
  signOut: () => Promise<void>;
  /** When the session ends and how to keep it; without it nothing warns. */
  session?: SessionWarningProps | undefined;
  children: ReactNode;
}

/** Cards, wallets, activity: navigation in the header, or as tabs at the bottom of a phone. */
export function PortalShell({ customer, current, signOut, session, children }: PortalShellProps) {
  return (
    <>
      <SkipLink />
      <Header>
        <BrandLink href="/cards" />
        <HeaderNav current={current} />
        <AccountMenu customer={customer} signOut={signOut} />
      </Header>
      <ViewTransition default="none" enter="auto" exit="auto">
        <main id="main" className="page">
          {children}
        </main>
      </ViewTransition>
      <PageFooter />
      <TabBar current={current} />
      <SessionGuard session={session} />
    </>
  );
}
