import { randomInt } from 'node:crypto';
import type { CustomerInput } from '@/lib/core-banking/add-customer';
import type { ProductKey } from '@/lib/domain/read-models';

/**
 * Test cards of the sandbox: `512345` + product + outcome (three digits) + serial (five) + check digit. The outcome decides
 * what happens to the card; the table is in the README.
 */
const PRODUCTS: Record<ProductKey, { digit: string; name: string }> = {
  everyday: { digit: '0', name: 'Everyday debit' },
  reserve: { digit: '1', name: 'Reserve credit' },
  together: { digit: '2', name: 'Together debit' },
  online: { digit: '3', name: 'Online virtual' },
};
/** An account range that no token requestor has enabled. */
const NOT_ENABLED = '9';

export interface CardWish {
  product: ProductKey;
  /** Three digits of the published table; `000` goes straight in. */
  outcome: string;
  eligible?: boolean | undefined;
  status?: 'active' | 'blocked' | 'closed' | undefined;
  /** `MM/YY`. */
  expiry?: string | undefined;
  note?: string | undefined;
  /** An account range that no other card has: what MDES is asked about it concerns nobody else. */
  ownRange?: boolean | undefined;
  /** Five digits; random when absent, so that no two tests share a number. */
  serial?: string | undefined;
}

/** A card as `addCustomer` takes it. */
export function mintCard(wish: CardWish): CustomerInput['cards'][number] {
  const { digit, name } = PRODUCTS[wish.product];
  const range = wish.eligible === false ? NOT_ENABLED : digit;
  const serial = wish.serial ?? String(randomInt(0, 100_000)).padStart(5, '0');
  const body = `512345${range}${wish.outcome}${serial}`;
  const [month = '08', year = '29'] = (wish.expiry ?? '08/29').split('/');
  return {
    accountNumber: `${body}${checkDigit(body)}`,
    accountRange: wish.ownRange === true ? ownRange(range) : `512345${range}00`,
    product: wish.product,
    name,
    expiryMonth: Number(month),
    expiryYear: 2000 + Number(year),
    status: wish.status ?? 'active',
    ...(wish.note === undefined ? {} : { note: wish.note }),
  };
}

/**
 * Fifteen digits inside the product's range. None is taken from the card's number, and padded with a zero it is no valid number
 * either, so that nothing that looks for card numbers finds one here.
 */
function ownRange(range: string): string {
  for (;;) {
    const start = `512345${range}9${String(randomInt(0, 10_000_000)).padStart(7, '0')}`;
    if (checkDigit(start) !== '0') return start;
  }
}

/** Luhn, over the digits before the check digit. */
function checkDigit(body: string): string {
  let sum = 0;
  for (const [index, char] of [...body].reverse().entries()) {
    const doubled = Number(char) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}
