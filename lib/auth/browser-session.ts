import { cookies } from 'next/headers';
import { rememberLanguage } from '@/lib/i18n/language';
import type { AppLocale } from '@/lib/i18n/locale';
import type { Actor } from './actor';
import { reachedUs } from './call-progress';
import { finishSession, idTokenOf, openSession, replaceSession, sessionCookie } from './session';

/**
 * Hands the session of a fresh sign-in to the browser. What it held before is dead from here on, whoever planted it
 * (AU-02; ASVS 7.2.4).
 */
export async function enterSession(token: string): Promise<void> {
  const jar = await cookies();
  const { name, options } = sessionCookie();
  const before = await openSession(jar.get(name)?.value, false);
  if (before !== null) await finishSession(before.idHash, before.customerId, 'replaced', before.clock());
  jar.set(name, token, options);
}

/** A choice made on a page, kept for a year. */
export async function chooseLanguage(language: AppLocale): Promise<void> {
  reachedUs();
  await rememberLanguage(language, sessionCookie().options.secure);
}

/**
 * For the action of a step-up, after it succeeded: from here on the browser has another session id, and the one from before is
 * dead (AU-02). A second request of the same browser that was on its way has read its person already and goes on; it does not
 * replace again. Call it last: what comes after it in the same request acts under the old id. And only for the request whose own
 * proof was accepted: any other may come from a copy of the cookie.
 */
export async function renewSession(actor: Actor, by: 'code' | 'passkey'): Promise<void> {
  const { sessionHash, customer, clock } = actor;
  const token = await replaceSession(sessionHash, customer.id, clock(), { codeVerified: by === 'code' });
  if (token === null) return;
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, options);
}

/**
 * Ends the session on the server, then forgets the cookie: a copy of it is worth nothing (AU-03). Answers the ID token of a
 * sign-in at the bank's identity provider, whose own session can then be ended too; null otherwise.
 */
export async function leaveSession(): Promise<string | null> {
  reachedUs();
  const jar = await cookies();
  const { name, options } = sessionCookie();
  const session = await openSession(jar.get(name)?.value, false);
  const idToken = session === null ? null : await idTokenOf(session.idHash);
  if (session !== null)
    await finishSession(session.idHash, session.customerId, 'signed_out', session.clock());
  jar.set(name, '', { ...options, maxAge: 0 });
  return idToken;
}
