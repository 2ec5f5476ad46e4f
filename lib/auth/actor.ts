import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { coreBanking } from '@/lib/core-banking/adapter';
import type { Customer } from '@/lib/core-banking/core-banking';
import type { CustomerView } from '@/lib/domain/read-models';
import { AppError } from '@/lib/errors/app-error';
import { languageOfRequest } from '@/lib/i18n/language';
import { wireLocale } from '@/lib/i18n/locale';
import { reachedUs } from './call-progress';
import { openSession, sessionCookie, type OpenSession } from './session';

/** Who acts, in which session, at what time: the one thing that every use case of a signed-in person receives. */
export interface Actor {
  customer: Customer;
  sessionHash: string;
  clock: () => Date;
  /** Seconds until the session ends if the person does nothing. */
  sessionEndsInSeconds: number;
}

/** The signed-in person of this request, or null. Reads the session's row each time: a cookie alone is no proof (AZ-01). */
export async function findActor(options: { activity: boolean }): Promise<Actor | null> {
  reachedUs();
  const jar = await cookies();
  const session = await openSession(jar.get(sessionCookie().name)?.value, options.activity);
  if (session === null) return null;
  const customer = await coreBanking().customer(session.customerId);
  if (customer === null) return null;
  // What the person reads now, not what the bank once wrote down: consent, codes and Click to Pay speak this language.
  const locale = wireLocale(await languageOfRequest(), customer.locale);
  return toActor({ ...customer, locale }, session);
}

function toActor(customer: Customer, session: OpenSession): Actor {
  const { idHash, clock, endsInSeconds } = session;
  return { customer, sessionHash: idHash, clock, sessionEndsInSeconds: endsInSeconds };
}

/** The person whom a fresh cookie value signs in: for the request that has just set it. */
export async function actorFromToken(token: string): Promise<Actor | null> {
  const session = await openSession(token, false);
  const customer = session === null ? null : await coreBanking().customer(session.customerId);
  return session === null || customer === null ? null : toActor(customer, session);
}

const actorOfPage = cache(() => findActor({ activity: true }));

/** For pages, and forms that have no place for an error: the signed-in person, or off to the sign-in page, which leads back here. */
export async function requireCustomer(): Promise<Actor> {
  const actor = await actorOfPage();
  if (actor !== null) return actor;
  const path = (await headers()).get('x-portal-path');
  redirect(path === null || path === '/' ? '/login' : `/login?next=${encodeURIComponent(path)}`);
}

/** For server actions and routes: the signed-in person, or `SIGNED_OUT`. */
export async function actorOfAction(options: { activity: boolean } = { activity: true }): Promise<Actor> {
  const actor = await findActor(options);
  if (actor === null) throw new AppError('SIGNED_OUT');
  return actor;
}

/** Address and browser of this request, as the server's entry established them (decisions 3). */
export async function clientOf(): Promise<{ address: string | null; userAgent: string | null }> {
  reachedUs();
  const list = await headers();
  return { address: list.get('x-forwarded-for'), userAgent: list.get('user-agent') };
}

/** What the shell shows of the person. */
export function customerView({ customer }: Actor): CustomerView {
  const initials = [customer.givenName, customer.familyName].map((name) => [...name][0] ?? '').join('');
  return { name: `${customer.givenName} ${customer.familyName}`, givenName: customer.givenName, initials };
}

/** Counts as an act of the person; answers the seconds now left, or null when the session is over. */
export async function extendSession(): Promise<number | null> {
  return (await findActor({ activity: true }))?.sessionEndsInSeconds ?? null;
}
