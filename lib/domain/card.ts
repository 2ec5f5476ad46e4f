/** Rules about a card that need neither database nor clock: the clock is handed in. */
import type { Ineligibility } from './read-models';

export interface CardStanding {
  status: 'active' | 'blocked' | 'closed';
  expiry: { month: number; year: number } | null;
}

/** Why the bank itself would not send this card anywhere at `now`, or null. A card works to the end of its last month (UTC). */
export function ineligibility(card: CardStanding, now: Date): Ineligibility | null {
  if (card.status === 'closed') return 'closed';
  if (card.expiry !== null && now.getTime() >= Date.UTC(card.expiry.year, card.expiry.month, 1))
    return 'expired';
  if (card.status === 'blocked') return 'blocked';
  return null;
}

/** `MM/YY` as printed on the card. */
export function expiryText(expiry: CardStanding['expiry']): string | null {
  if (expiry === null) return null;
  return `${String(expiry.month).padStart(2, '0')}/${String(expiry.year % 100).padStart(2, '0')}`;
}

/** MDES right-pads a range start with zeros to 19 digits and compares exactly (spec 4.1). */
export function paddedRange(accountRange: string): string {
  return accountRange.padEnd(19, '0');
}
