import { z } from 'zod';
import {
  decryptPayload,
  knowFingerprint,
  type EncryptedPayload,
} from '@/sandbox/token-connect/decrypt-payload';
import type { World } from '@/sandbox/world';
import type { CustomerCard } from './customers';

/** What `encryptedPayload` of a customer holds: the clear numbers never travel and are never kept. */
const customerCards = z
  .array(
    z.strictObject({
      card: z.string().min(1).max(80),
      accountNumber: z.string().regex(/^\d{9,19}$/),
      accountRange: z.string().regex(/^\d{9,19}$/),
    }),
  )
  .max(50);

/** `PUT /__sandbox/v1/customers/<name>`. */
export const customerBody = z.strictObject({
  email: z.string().max(320).optional(),
  givenName: z.string().max(60).optional(),
  encryptedPayload: z.object({
    encryptedData: z.string(),
    publicKeyFingerprint: z.string(),
    encryptedKey: z.string(),
    oaepHashingAlgorithm: z.enum(['SHA256', 'SHA512']),
    iv: z.string(),
  }),
});

/** Opens the list of cards. @throws {MdesRefusal} when it is not encrypted for this sandbox; {z.ZodError} when it says something else */
export function readCards(world: World, payload: EncryptedPayload): readonly CustomerCard[] {
  knowFingerprint(payload, world.decryptionKey);
  return customerCards.parse(decryptPayload(payload, world.decryptionKey)).map((entry) => ({
    card: entry.card,
    panHash: world.store.panHash(entry.accountNumber),
    accountRange: entry.accountRange,
    last4: entry.accountNumber.slice(-4),
  }));
}
