import { and, asc, eq } from 'drizzle-orm';
import { database } from '@/lib/db/client';
import { cards, customers } from '@/lib/db/schema';
import { Pan } from '@/lib/domain/pan';
import { unseal } from '@/lib/sealing/seal';
import type { Card, CoreBanking, Customer } from './core-banking';

/** Where a card's PAN is sealed: the row is part of the seal (PD-01). */
export const panPlace = (cardId: string) => `cards.pan_sealed:${cardId}`;

/** Customers and cards from the portal's own tables, filled by `npm run customers:import` or by the demo. */
export const databaseCoreBanking: CoreBanking = {
  async customer(customerId) {
    const [row] = await database().select().from(customers).where(eq(customers.id, customerId));
    return row ? toCustomer(row) : null;
  },
  async cards(customerId) {
    const rows = await database()
      .select()
      .from(cards)
      .where(eq(cards.customerId, customerId))
      .orderBy(asc(cards.position), asc(cards.id));
    return rows.map(toCard);
  },
  async pan(customerId, cardId) {
    const [row] = await database()
      .select({ sealed: cards.panSealed })
      .from(cards)
      .where(and(eq(cards.id, cardId), eq(cards.customerId, customerId)));
    return row ? Pan.parse(unseal(row.sealed, panPlace(cardId))) : null;
  },
};

function toCustomer(row: typeof customers.$inferSelect): Customer {
  return {
    id: row.id,
    givenName: row.givenName,
    familyName: row.familyName,
    address:
      row.addressLine1 === null
        ? null
        : {
            line1: row.addressLine1,
            line2: row.addressLine2,
            city: row.city,
            countrySubdivision: row.countrySubdivision,
            postalCode: row.postalCode,
          },
    country: row.country,
    email: row.email,
    mobile:
      row.mobileDialInCode !== null && row.mobileNumber !== null
        ? { countryDialInCode: row.mobileDialInCode, phoneNumber: row.mobileNumber }
        : null,
    locale: row.locale,
  };
}

function toCard(row: typeof cards.$inferSelect): Card {
  return {
    id: row.id,
    product: row.product,
    name: row.name,
    last4: row.last4,
    accountRange: row.accountRange,
    note: row.note,
    status: row.status,
    expiry:
      row.expiryMonth !== null && row.expiryYear !== null
        ? { month: row.expiryMonth, year: row.expiryYear }
        : null,
  };
}
