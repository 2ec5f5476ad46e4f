import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { hashPassword } from '@/lib/auth/password';
import { addCustomer, DuplicateCardError } from '@/lib/core-banking/add-customer';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { customers, enrollmentCards, enrollments } from '@/lib/db/schema';
import { RECEIPTS_VALID_MINUTES } from '@/lib/enrollment/push-cards';
import { randomId } from '@/lib/sealing/seal';
import { mintCard } from './mint-card.demo';
import { DEMO_PASSWORD } from './personas.demo';

/** A test's own customer with its own cards (decisions 8): nothing is shared, so journeys run in parallel. */
export const worldSchema = z.strictObject({
  givenName: z.string().min(1).max(40).default('Robin'),
  familyName: z.string().min(1).max(40).default('Tester'),
  locale: z
    .string()
    .regex(/^[a-z]{2}_[A-Z]{2}$/)
    .default('en_GB'),
  /** Country of the customer: the step-up policy looks at it. */
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('GBR'),
  cards: z
    .array(
      z.strictObject({
        product: z.enum(['everyday', 'reserve', 'together', 'online']).default('everyday'),
        outcome: z
          .string()
          .regex(/^\d{3}$/, 'three digits of the outcome table')
          .default('000'),
        eligible: z.boolean().optional(),
        status: z.enum(['active', 'blocked', 'closed']).optional(),
        expiry: z
          .string()
          .regex(/^\d{2}\/\d{2}$/)
          .optional(),
      }),
    )
    .min(1)
    .max(10),
});

let passwordHash: Promise<string> | undefined;

export interface World {
  customerId: string;
  username: string;
  password: string;
  email: string;
  cards: { cardId: string; name: string; last4: string }[];
}

/** Makes the customer. A number that is taken by chance is minted again. */
export async function createWorld(input: z.output<typeof worldSchema>): Promise<World> {
  passwordHash ??= hashPassword(DEMO_PASSWORD);
  const username = `t-${randomId()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 16)}`;
  const email = `${username}@example.com`;
  for (let attempt = 0; ; attempt += 1) {
    const cards = input.cards.map(mintCard);
    try {
      const { customerId, cardIds } = await addCustomer(
        {
          username,
          passwordHash: await passwordHash,
          givenName: input.givenName,
          familyName: input.familyName,
          addressLine1: '1 Test Street',
          city: 'Bristol',
          postalCode: 'BS1 1AA',
          country: input.country,
          email,
          mobileDialInCode: '44',
          mobileNumber: `7700${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`,
          locale: input.locale,
          cards,
        },
        new Date(),
      );
      return {
        customerId,
        username,
        password: DEMO_PASSWORD,
        email,
        cards: cardIds.map((cardId, i) => ({
          cardId,
          name: cards[i]?.name ?? '',
          last4: cards[i]?.accountNumber.slice(-4) ?? '',
        })),
      };
    } catch (error) {
      if (!(error instanceof DuplicateCardError) || attempt > 4) throw error;
    }
  }
}

export const clockSchema = z.strictObject({
  customer: z.string().min(1).max(80),
  advanceSeconds: z
    .int()
    .min(-86_400)
    .max(31 * 86_400),
});

/** Moves one customer's clock in both programs: here, and in the sandbox for this customer's receipts. Null: no such customer. */
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
  const { sandboxOrigin } = config();
  if (sandboxOrigin !== null) await moveSandboxClock(sandboxOrigin, row.id, row.offset);
  return { offsetSeconds: row.offset / 1000 };
}

/** The sandbox counts from the push in real time: each enrollment's receipts are moved by what was added since their own push. */
async function moveSandboxClock(origin: string, customerId: string, offsetMs: number): Promise<void> {
  for (const { receipts, offsetAtPushMs } of await pushedReceipts(customerId)) {
    const answer = await fetch(`${origin}/__sandbox/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ receipts, offsetSeconds: Math.round((offsetMs - offsetAtPushMs) / 1000) }),
      signal: AbortSignal.timeout(5_000),
    });
    if (!answer.ok) throw new Error(`the sandbox did not move its clock: ${answer.status}`);
  }
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
