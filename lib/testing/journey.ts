import { eq } from 'drizzle-orm';
import { consentText } from '@/lib/consent/consent-text-view';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { auditEvents } from '@/lib/db/schema';
import type { SharedField } from '@/lib/domain/read-models';
import { agree } from '@/lib/enrollment/agree';
import { eventsOf, loadEnrollment, type Enrollment } from '@/lib/enrollment/enrollment.repo';
import { leave } from '@/lib/enrollment/leave';
import { confirmCode } from '@/lib/enrollment/push-cards';
import { startEnrollment } from '@/lib/enrollment/start-enrollment';
import type { TestCustomer } from './test-customer';

export const HARBOUR_MARKET = '50123456789';

/** The steps of a person, each through the use case that the page calls. */
export async function begin(
  customer: TestCustomer,
  options: { tokenRequestorId?: string; cardIds?: string[] } = {},
): Promise<string> {
  return startEnrollment(customer.actor, {
    tokenRequestorId: options.tokenRequestorId ?? config().clickToPayTokenRequestorId,
    cardIds: options.cardIds ?? customer.cardIds,
  });
}

export async function consent(
  customer: TestCustomer,
  enrollmentId: string,
  keepPrivate: SharedField[] = [],
): Promise<void> {
  const enrollment = await enrollmentNow(customer, enrollmentId);
  await agree(customer.actor, {
    enrollmentId,
    version: enrollment.version,
    consentVersion: consentText(enrollment.locale, enrollment.tokenRequestorName).version,
    agreed: true,
    keepPrivate,
  });
}

/** Choose, agree and enter the code: the push has been sent and answered. */
export async function push(
  customer: TestCustomer,
  options: { tokenRequestorId?: string; cardIds?: string[]; keepPrivate?: SharedField[] } = {},
): Promise<string> {
  const enrollmentId = await begin(customer, options);
  await consent(customer, enrollmentId, options.keepPrivate);
  await confirmCode(customer.actor, enrollmentId, await customer.code());
  return enrollmentId;
}

/** `push`, then through the door: the browser has the flow cookie. */
export async function pushAndLeave(
  customer: TestCustomer,
  options: { tokenRequestorId?: string; cardIds?: string[] } = {},
): Promise<{ enrollmentId: string; flow: string; url: string; receipts: string[] }> {
  const enrollmentId = await push(customer, options);
  const { url, flow } = await leave(customer.actor, enrollmentId, undefined);
  return { enrollmentId, url, flow, receipts: await receiptsOf(customer, enrollmentId) };
}

export function enrollmentNow(customer: TestCustomer, enrollmentId: string): Promise<Enrollment> {
  return loadEnrollment(customer.actor.customer.id, enrollmentId);
}

export async function receiptsOf(customer: TestCustomer, enrollmentId: string): Promise<string[]> {
  const { cards } = await enrollmentNow(customer, enrollmentId);
  return cards.map((card) => card.receipt).filter((receipt) => receipt !== null);
}

/** What a browser brings back: one result for each receipt, in the seed page's form. */
export function resultsQuery(receipts: readonly string[], ...words: string[]): string {
  const parts = receipts.map((receipt, i) => `results[${receipt}]=${words[i] ?? words.at(-1) ?? ''}`);
  return `?${parts.join('&')}`;
}

export const APPROVED = 'APPROVED|DSHRMC0000123456789ABCDEF';

/** Names of an enrollment's events, oldest first. */
export async function story(enrollmentId: string): Promise<string[]> {
  return (await eventsOf(enrollmentId)).map(({ event }) => event);
}

/** Audit entries about an object, oldest first, as `action outcome`. */
export async function auditOf(object: string): Promise<string[]> {
  const rows = await database()
    .select({ action: auditEvents.action, outcome: auditEvents.outcome })
    .from(auditEvents)
    .where(eq(auditEvents.object, object))
    .orderBy(auditEvents.seq);
  return rows.map(({ action, outcome }) => `${action} ${outcome}`);
}
