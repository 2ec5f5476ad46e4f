import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import {
  challenges,
  customers,
  demoMessages,
  enrollments,
  parkedReturns,
  passkeys,
  sessions,
} from '@/lib/db/schema';
import { PERSONAS, seedPersonas } from './personas.demo';
import { aboutCustomer, askSandbox, type SandboxAnswer } from './sandbox-customer.demo';

export const resetSchema = z.strictObject({
  /** A username; the published people and the whole sandbox when absent. */
  customer: z.string().min(1).max(80).optional(),
  state: z.enum(['empty', 'fresh', 'returning-customer']).default('fresh'),
});

/** As on their first day: no enrollment, no message, no passkey, signed out, the clock right. Their cards, consents and audit stay. */
async function renew(usernames: string[]): Promise<number> {
  return database().transaction(async (tx) => {
    const people = await tx
      .update(customers)
      .set({ clockOffsetMs: 0, bannerDismissedAt: null })
      .where(inArray(customers.username, usernames))
      .returning({ id: customers.id });
    const ids = people.map(({ id }) => id);
    if (ids.length === 0) return 0;
    const gone = await tx
      .delete(enrollments)
      .where(inArray(enrollments.customerId, ids))
      .returning({ flowHash: enrollments.flowHash });
    const flows = gone.flatMap(({ flowHash }) => flowHash ?? []);
    if (flows.length > 0) await tx.delete(parkedReturns).where(inArray(parkedReturns.flowHash, flows));
    await tx.delete(demoMessages).where(inArray(demoMessages.customerId, ids));
    await tx.delete(sessions).where(inArray(sessions.customerId, ids));
    await tx.delete(passkeys).where(inArray(passkeys.customerId, ids));
    await tx.delete(challenges).where(inArray(challenges.customerId, ids));
    return ids.length;
  });
}

/** Puts one customer, or the published people and the whole sandbox, into a named state, in both programs. Null: no such customer. */
export async function resetDemo({
  customer,
  state,
}: z.output<typeof resetSchema>): Promise<{ customers: number; sandbox: unknown } | null> {
  const renewed = await renew(customer === undefined ? PERSONAS.map(({ username }) => username) : [customer]);
  if (customer !== undefined && renewed === 0) return null;
  if (customer === undefined) await seedPersonas(new Date());
  if (config().sandboxOrigin === null) return { customers: renewed, sandbox: null };
  const ask = () => askSandbox('POST', 'reset', customer === undefined ? { state } : { state, customer });
  const answer: SandboxAnswer = customer === undefined ? await ask() : await aboutCustomer(customer, ask);
  return { customers: renewed, sandbox: answer.body };
}
