'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { openSession, finishSession, sessionCookie } from '@/lib/auth/session';

/** Ends the session on the server, then forgets the cookie: a copy of it is worth nothing (AU-03). */
export async function signOutAction(): Promise<void> {
  const jar = await cookies();
  const { name, options } = sessionCookie();
  const session = await openSession(jar.get(name)?.value, false);
  if (session !== null)
    await finishSession(session.idHash, session.customerId, 'signed_out', session.clock());
  jar.set(name, '', { ...options, maxAge: 0 });
  redirect('/login?notice=signed_out');
}
