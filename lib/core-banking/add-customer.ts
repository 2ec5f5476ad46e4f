import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { database, type Database } from '@/lib/db/client';
import { cards, customers } from '@/lib/db/schema';
import { Pan } from '@/lib/domain/pan';
import { keyedHash, keyedHashes, keyId, randomId, seal } from '@/lib/sealing/seal';
import { panPlace } from './database-adapter';

const optional = (max: number) => z.string().trim().min(1).max(max).optional();
const digits = (min: number, max: number) =>
  z.string().regex(new RegExp(`^\\d{${min},${max}}$`), `must be ${min} to ${max} digits`);

const cardSchema = z.strictObject({
  accountNumber: digits(9, 19),
  accountRange: digits(9, 19),
  product: z.enum(['everyday', 'reserve', 'together', 'online']),
  name: z.string().trim().min(1).max(40),
  expiryMonth: z.int().min(1).max(12).optional(),
  expiryYear: z.int().min(2000).max(2099).optional(),
  status: z.enum(['active', 'blocked', 'closed']).default('active'),
  note: optional(80),
});

/** One customer as a bank hands it over. Lengths are those of MDES (spec 3.4), so that nothing fails at the push. */
export const customerSchema = z.strictObject({
  /** Small letters: people sign in with any (see `signIn`). */
  username: z.string().trim().min(3).max(80).toLowerCase(),
  passwordHash: z.string().startsWith('$argon2id$', 'must be an argon2id hash in PHC form').optional(),
  oidcSubject: optional(255),
  givenName: z.string().trim().min(1).max(60),
  familyName: z.string().trim().min(1).max(60),
  addressLine1: optional(64),
  addressLine2: optional(64),
  city: optional(32),
  countrySubdivision: optional(12),
  postalCode: optional(16),
  country: z.string().regex(/^[A-Z]{3}$/, 'must be ISO 3166-1 alpha-3, e.g. GBR'),
  email: z.email().max(320).optional(),
  mobileDialInCode: digits(1, 4).optional(),
  mobileNumber: digits(1, 20).optional(),
  locale: z.string().regex(/^[a-z]{2}_[A-Z]{2}$/, 'must look like en_GB'),
  cards: z.array(cardSchema).max(50),
});
export type CustomerInput = z.input<typeof customerSchema>;

export interface AddedCustomer {
  customerId: string;
  cardIds: string[];
}

/** The card is already somebody's: one PAN belongs to one row. */
export class DuplicateCardError extends Error {
  constructor() {
    super('a card with this account number is registered already');
    this.name = 'DuplicateCardError';
  }
}

/** Somebody has this username or subject already. */
export class DuplicateCustomerError extends Error {
  constructor() {
    super('a customer with this username or subject is registered already');
    this.name = 'DuplicateCustomerError';
  }
}

/** Inserts a customer and their cards, PANs sealed before they reach the database. All or nothing. */
export async function addCustomer(
  input: CustomerInput,
  now: Date,
  db: Database = database(),
): Promise<AddedCustomer> {
  const data = customerSchema.parse(input);
  const { cards: cardList, ...person } = data;
  const customerId = randomId();
  const rows = cardList.map((card, position) => cardRow(card, customerId, position, now));
  await db.transaction(async (tx) => {
    const added = await tx
      .insert(customers)
      .values({ ...nullable(person), id: customerId, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: customers.id });
    if (added.length === 0) throw new DuplicateCustomerError();
    if (rows.length === 0) return;
    // While keys rotate, a card may still be known by its hash under the one before.
    const lookups = cardList.flatMap((card) => keyedHashes('pan', card.accountNumber));
    const [taken] = await tx
      .select({ id: cards.id })
      .from(cards)
      .where(inArray(cards.panLookup, lookups))
      .limit(1);
    if (taken !== undefined) throw new DuplicateCardError();
    const inserted = await tx
      .insert(cards)
      .values(rows)
      .onConflictDoNothing({ target: cards.panLookup })
      .returning({ id: cards.id });
    if (inserted.length !== rows.length) throw new DuplicateCardError();
  });
  return { customerId, cardIds: rows.map((row) => row.id) };
}

function cardRow(
  card: z.output<typeof cardSchema>,
  customerId: string,
  position: number,
  now: Date,
): typeof cards.$inferInsert {
  const pan = Pan.parse(card.accountNumber);
  const id = randomId();
  return {
    id,
    customerId,
    product: card.product,
    name: card.name,
    panSealed: seal(pan.reveal(), panPlace(id)),
    panKeyId: keyId(),
    panLookup: keyedHash('pan', pan.reveal()),
    last4: pan.last4,
    accountRange: card.accountRange,
    expiryMonth: card.expiryMonth ?? null,
    expiryYear: card.expiryYear ?? null,
    status: card.status,
    note: card.note ?? null,
    position,
    createdAt: now,
  };
}

function nullable<T extends Record<string, unknown>>(
  person: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
