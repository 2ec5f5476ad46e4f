'use server';

import { goTo } from './go-to';
import { leaveSession } from '@/lib/auth/browser-session';
import { providerSignOutUrl, SIGNED_OUT_PATH } from '@/lib/auth/provider-sign-in';

/**
 * The way out of the portal: the session ends on the server, whatever copies of its cookie there are (AU-03). Whom the bank's
 * identity provider signed in is led there to end that session as well, where the provider has a place for it.
 */
export async function signOutAction(): Promise<void> {
  const idToken = await leaveSession();
  goTo((idToken === null ? null : await providerSignOutUrl(idToken)) ?? SIGNED_OUT_PATH);
}
