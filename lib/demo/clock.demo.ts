import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { customers, enrollmentCards, enrollments } from '@/lib/db/schema';
import { RECEIPTS_VALID_MINUTES } from '@/lib/enrollment/push-cards';
import { aboutCustomer, askSandbox } from './sandbox-customer.demo';

export const clockSchema = z.strictObject({
  customer: z.string().min(1).max(80),
  advanceSeconds: z
    .int()
    .min(-86_400)
    .max(31 * 86_400),
});

/**
 * Moves one customer's clock in both programs (decisions 8): here for codes, sessions and receipts, in the sandbox for the same
 * receipts, for its own codes and for browsers that it remembers. Null: no such customer.
 */
export async function moveClock({
  customer,
  advanceSeconds,
}: z.output<typeof clockSchema>): Promise<{ offsetSeconds: number } | null> {
  const [row] = await database()
    .update(customers)
    .set({ clockOffsetMs: sql`${customers.clockOffsetMs} + ${advanceSeconds * 1000}` })
    .where(eq(customers.username, customer))
    .returning({ id: customers.id, offset: customers.clockOffsetMs });
  if (row === undefined) return null;
  if (config().sandboxOrigin !== null) await moveSandboxClock(customer, row.id, row.offset);
  return { offsetSeconds: row.offset / 1000 };
}

/** The sandbox counts from the push in real time: each enrollment's receipts are moved by what was added since their own push. */
async function moveSandboxClock(username: string, customerId: string, offsetMs: number): Promise<void> {
  await aboutCustomer(username, () => post('clock', { customer: username, offsetSeconds: offsetMs / 1000 }));
  for (const { receipts, offsetAtPushMs } of await pushedReceipts(customerId)) {
    const offsetSeconds = Math.round((offsetMs - offsetAtPushMs) / 1000);
    const { status } = await post('clock', { receipts, offsetSeconds });
    if (status >= 400) throw new Error(`the sandbox did not move its clock: ${status}`);
  }
}

const post = (path: string, body: object) => askSandbox('POST', path, body);

/** What both programs hold to be this customer's time, receipt by receipt. Null: no such customer. */
export async function readClock(username: string): Promise<object | null> {
  const [row] = await database()
    .select({ id: customers.id, offset: customers.clockOffsetMs })
    .from(customers)
    .where(eq(customers.username, username));
  if (row === undefined) return null;
  const now = new Date(Date.now() + row.offset);
  const open = await database()
    .select({ reference: enrollments.reference, state: enrollments.state, end: enrollments.receiptsExpireAt })
    .from(enrollments)
    .where(eq(enrollments.customerId, row.id));
  const slips = open.map(({ reference, state, end }) => ({
    reference,
    state,
    receiptsExpireAt: end?.toISOString() ?? null,
    expired: end !== null && end <= now,
  }));
  const path = `clock?customer=${encodeURIComponent(username)}`;
  const sandbox =
    config().sandboxOrigin === null
      ? null
      : (await aboutCustomer(username, () => askSandbox('GET', path))).body;
  return { portal: { now: now.toISOString(), offsetSeconds: row.offset / 1000, slips }, sandbox };
}

async function pushedReceipts(customerId: string): Promise<{ receipts: string[]; offsetAtPushMs: number }[]> {
  const rows = await database()
    .select({
      enrollmentId: enrollments.id,
      receipt: enrollmentCards.receipt,
      pushedAt: enrollments.pushedAt,
      expireAt: enrollments.receiptsExpireAt,
    })
    .from(enrollmentCards)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentCards.enrollmentId))
    .where(eq(enrollments.customerId, customerId));
  const groups = new Map<string, { receipts: string[]; offsetAtPushMs: number }>();
  for (const { enrollmentId, receipt, pushedAt, expireAt } of rows) {
    if (receipt === null || pushedAt === null || expireAt === null) continue;
    const offsetAtPushMs = expireAt.getTime() - RECEIPTS_VALID_MINUTES * 60_000 - pushedAt.getTime();
    const group = groups.get(enrollmentId) ?? { receipts: [], offsetAtPushMs };
    group.receipts.push(receipt);
    groups.set(enrollmentId, group);
  }
  return [...groups.values()];
}
