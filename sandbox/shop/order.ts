import type { Order, Token } from '@/sandbox/store/records';
import { randomId, type World } from '@/sandbox/world';

/** Two letters of a region and the currency people there pay in; everybody else pays in euro. */
const CURRENCIES: Readonly<Record<string, string>> = {
  GB: 'GBP',
  US: 'USD',
  BR: 'BRL',
  MX: 'MXN',
  AE: 'AED',
  CZ: 'CZK',
};
const PRICE_MINOR = 1_850;
/** Bytes of a cryptogram, as in the network's own (20 bytes, 28 characters of base64). */
const CRYPTOGRAM_BYTES = 20;

/** The one thing that the shop sells, in the currency of the visitor's region. */
export function newBasket(world: World, locale: string): Omit<Order, 'id'> {
  const currency = CURRENCIES[locale.slice(3)] ?? 'EUR';
  return { locale, createdAtMs: world.now(), amountMinor: PRICE_MINOR, currency };
}

/** The basket as an order that waits for its payment. */
export function openOrder(world: World, locale: string): Order {
  return world.store.orders.save({ id: randomId(world), ...newBasket(world, locale) });
}

/**
 * The proof that goes with one payment: a keyed hash over token, order and amount. It stands for the network's
 * cryptogram, so it fits this token, this order and this amount, and nothing else.
 */
function cryptogramFor(world: World, order: Order, tokenUniqueReference: string): string {
  const { id, amountMinor, currency } = order;
  const proof = world.store.proofOf([tokenUniqueReference, id, String(amountMinor), currency].join('\n'));
  return proof.subarray(0, CRYPTOGRAM_BYTES).toString('base64');
}

/** Four digits of the number that stands in for the card's: the same for a token each time, and never the card's own. */
function standInLast4(world: World, { tokenUniqueReference, last4 }: Token): string {
  const digits = world.store.proofOf(`stand-in ${tokenUniqueReference}`).readUInt32BE(0) % 10_000;
  const shown = String(digits).padStart(4, '0');
  return shown === last4 ? String((digits + 1) % 10_000).padStart(4, '0') : shown;
}

/** Pays an open order with a saved card. */
export function payOrder(world: World, order: Order, token: Token): Order {
  return world.store.orders.save({
    ...order,
    payment: {
      email: token.owner,
      last4: token.last4,
      bankName: token.bankName,
      tokenUniqueReference: token.tokenUniqueReference,
      standInLast4: standInLast4(world, token),
      cryptogram: cryptogramFor(world, order, token.tokenUniqueReference),
      paidAtMs: world.now(),
    },
  });
}

/** What the network says when the shop shows it the payment: does the cryptogram fit? */
export function isProved(world: World, order: Order): boolean {
  const { payment } = order;
  return (
    payment !== undefined && payment.cryptogram === cryptogramFor(world, order, payment.tokenUniqueReference)
  );
}
