import { headers } from 'next/headers';
import type { SessionWarningProps } from '@/components/shell/session-warning';
import type { Actor } from '@/lib/auth/actor';
import { extendSessionAction } from './extend-session';

/** What the shells need to warn a minute before the session ends and to lead back to this very page (AU-05). */
export async function sessionWarning(actor: Actor): Promise<SessionWarningProps> {
  const path = (await headers()).get('x-portal-path') ?? '/cards';
  return {
    endsInSeconds: actor.sessionEndsInSeconds,
    extend: extendSessionAction,
    signInHref: `/login?notice=session_ended&next=${encodeURIComponent(path)}`,
  };
}
