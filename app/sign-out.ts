'use server';

import { redirect } from 'next/navigation';
import { leaveSession } from '@/lib/auth/browser-session';

/** The way out of the portal: the session ends on the server, whatever copies of its cookie there are (AU-03). */
export async function signOutAction(): Promise<void> {
  await leaveSession();
  redirect('/login?notice=signed_out');
}
