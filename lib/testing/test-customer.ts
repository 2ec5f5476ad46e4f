import { eq } from 'drizzle-orm';
import { randomInt } from 'node:crypto';
import { actorFromToken, type Actor } from '@/lib/auth/actor';
import { hashPassword } from '@/lib/auth/password';
import { startSession } from '@/lib/auth/session';
import { findByUsername } from '@/lib/auth/session.repo';
import { addCustomer, type CustomerInput } from '@/lib/core-banking/add-customer';
import { database } from '@/lib/db/client';
import { customers } from '@/lib/db/schema';
import { messagesOf } from '@/lib/demo/data.demo';
import { mintCard, type CardWish } from '@/lib/demo/mint-card.demo';
import { moveClock } from '@/lib/demo/clock.demo';

export const PASSWORD = 'a password for tests only';
let passwordHash: Promise<string> | undefined;

/** A customer of one test, signed in for real. */
export interface TestCustomer {
  username: string;
  actor: Actor;
  /** Value of the session cookie. */
  token: string;
  cardIds: string[];
  /** The test's own card numbers, to look for where none may be. */
  pans: string[];
  /** Moves the customer's clock in both programs and signs in anew (idle limits run on that clock). */
  advance: (seconds: number) => Promise<void>;
  /** Six digits of the newest code on the drawn phone. */
  code: () => Promise<string>;
}

async function signedIn(username: string): Promise<{ token: string; actor: Actor }> {
  const row = await findByUsername(username);
  if (row === null) throw new Error('no such customer');
  const token = await startSession(row, { address: null, userAgent: null });
  const actor = await actorFromToken(token);
  if (actor === null) throw new Error('the session is not open');
  return { token, actor };
}

/** Adds a customer with these cards as the bank's import would, and signs them in. */
export async function addTestCustomer(
  wishes: Partial<CardWish>[] = [{}],
  more: Partial<CustomerInput> = {},
): Promise<TestCustomer> {
  passwordHash ??= hashPassword(PASSWORD);
  const username = more.username?.toLowerCase() ?? `t${randomInt(2 ** 47).toString(36)}`;
  const minted = wishes.map((wish) => mintCard({ product: 'everyday', outcome: '000', ...wish }));
  const { cardIds } = await addCustomer(
    {
      username,
      passwordHash: await passwordHash,
      givenName: 'Robin',
      familyName: 'Tester',
      addressLine1: '1 Test Street',
      city: 'Bristol',
      postalCode: 'BS1 1AA',
      country: 'GBR',
      email: `${username}@example.com`,
      mobileDialInCode: '44',
      mobileNumber: '7700900111',
      locale: 'en_GB',
      cards: minted,
      ...more,
    },
    new Date(),
  );
  const customer: TestCustomer = {
    username,
    ...(await signedIn(username)),
    cardIds,
    pans: minted.map((card) => card.accountNumber),
    advance: async (seconds) => {
      await moveClock({ customer: username, advanceSeconds: seconds });
      Object.assign(customer, await signedIn(username));
    },
    code: async () => {
      const [newest] = await messagesOf(customer.actor.customer.id);
      return (
        /\b(\d{3}) (\d{3})\b/
          .exec(newest?.text ?? '')
          ?.slice(1)
          .join('') ?? ''
      );
    },
  };
  return customer;
}

/** Moves the portal's idea of this customer's time only, and leaves the session as it is. */
export async function moveClockOnly(customer: TestCustomer, seconds: number): Promise<void> {
  await database()
    .update(customers)
    .set({ clockOffsetMs: seconds * 1000 })
    .where(eq(customers.id, customer.actor.customer.id));
}
