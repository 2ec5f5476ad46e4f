import { z } from 'zod';
import { hashPassword } from '@/lib/auth/password';
import { addCustomer, DuplicateCardError } from '@/lib/core-banking/add-customer';
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
        /** Needed to order what happens to the customer's eligibility and logos. */
        ownRange: z.boolean().optional(),
        status: z.enum(['active', 'blocked', 'closed']).optional(),
        expiry: z
          .string()
          .regex(/^\d{2}\/\d{2}$/)
          .optional(),
      }),
    )
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
