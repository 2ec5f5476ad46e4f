import { desc, eq } from 'drizzle-orm';
import type { Actor } from '@/lib/auth/actor';
import { findByUsername } from '@/lib/auth/session.repo';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { customers, demoMessages } from '@/lib/db/schema';
import { brand } from '@/lib/brand/brand';
import { DEMO_PASSWORD, PERSONAS } from './personas.demo';

export interface DemoPersonasView {
  personas: { username: string; name: string; story: string }[];
  password: string;
}

export interface PhoneMessage {
  id: string;
  at: string;
  text: string;
  from: string;
}

/** The people whom the sign-in page offers. */
export function demoPersonas(): DemoPersonasView | null {
  return {
    personas: PERSONAS.map(({ username, givenName, familyName, story }) => ({
      username,
      name: `${givenName} ${familyName}`,
      story,
    })),
    password: DEMO_PASSWORD,
  };
}

/** What the drawn phone of this person shows, newest first; null where there is no drawn phone. */
export async function phoneOf(
  actor: Pick<Actor, 'customer'>,
): Promise<{ name: string; messages: PhoneMessage[] } | null> {
  return { name: actor.customer.givenName, messages: await messagesOf(actor.customer.id) };
}

/** Where an added card can be tried: the sandbox's shop and profile page, in this person's language. Null where the sandbox is not ours. */
export async function tryItPlaces(
  actor: Pick<Actor, 'customer'>,
): Promise<{ shop: string; profile: string } | null> {
  const { sandboxOrigin } = config();
  if (sandboxOrigin === null) return null;
  const [row] = await database()
    .select({ locale: customers.locale })
    .from(customers)
    .where(eq(customers.id, actor.customer.id));
  const query = row === undefined ? '' : `?locale=${row.locale}`;
  return { shop: `${sandboxOrigin}/shop${query}`, profile: `${sandboxOrigin}/profile${query}` };
}

export async function messagesOf(customerId: string): Promise<PhoneMessage[]> {
  const rows = await database()
    .select()
    .from(demoMessages)
    .where(eq(demoMessages.customerId, customerId))
    .orderBy(desc(demoMessages.at))
    .limit(5);
  return rows.map((row) => ({ id: row.id, at: row.at.toISOString(), text: row.text, from: brand().name }));
}

/** Messages by username; null when nobody has it. */
export async function messagesOfUsername(username: string): Promise<PhoneMessage[] | null> {
  const customer = await findByUsername(username);
  return customer === null ? null : messagesOf(customer.id);
}
