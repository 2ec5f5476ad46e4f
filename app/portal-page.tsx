import type { ReactNode } from 'react';
import { JourneyShell, type JourneyShellProps } from '@/components/shell/journey-shell';
import { PortalShell, type PortalShellProps } from '@/components/shell/portal-shell';
import { customerView, type Actor } from '@/lib/auth/actor';
import { sessionWarning } from './session-warning';
import { signOutAction } from './sign-out';

interface Framed {
  actor: Actor;
  children: ReactNode;
}

/** A page of the signed-in portal: who is here, where they are, the way out, and the session's end. */
export async function PortalPage({ actor, current, children }: Framed & Pick<PortalShellProps, 'current'>) {
  return (
    <PortalShell
      customer={customerView(actor)}
      current={current}
      signOut={signOutAction}
      session={await sessionWarning(actor)}
    >
      {children}
    </PortalShell>
  );
}

/** A step of the journey: no navigation, and a way out that keeps what was done. */
export async function JourneyPage({
  actor,
  step,
  closeHref,
  children,
}: Framed & Pick<JourneyShellProps, 'step' | 'closeHref'>) {
  return (
    <JourneyShell step={step} closeHref={closeHref} session={await sessionWarning(actor)}>
      {children}
    </JourneyShell>
  );
}
