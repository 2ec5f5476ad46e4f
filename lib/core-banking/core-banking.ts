/**
 * The port to the bank's own systems (decisions 11): who the customer is and which cards they hold. The database adapter is
 * the default; a bank writes its own in one file and names it in `adapter.ts`.
 */
import type { CardStanding } from '@/lib/domain/card';
import type { Pan } from '@/lib/domain/pan';
import type { ProductKey } from '@/lib/domain/read-models';

export interface Customer {
  id: string;
  givenName: string;
  familyName: string;
  address: {
    line1: string;
    line2: string | null;
    city: string | null;
    countrySubdivision: string | null;
    postalCode: string | null;
  } | null;
  /** ISO 3166-1 alpha-3. */
  country: string;
  email: string | null;
  mobile: { countryDialInCode: string; phoneNumber: string } | null;
  /** `xx_YY` (spec 4.3). */
  locale: string;
}

export interface Card extends CardStanding {
  /** Random handle; the only name by which a browser knows the card. */
  id: string;
  product: ProductKey;
  name: string;
  last4: string;
  /** Start of its account range in MDES, 9 to 19 digits. */
  accountRange: string;
  note: string | null;
}

export interface CoreBanking {
  /** Null when there is no such customer. */
  customer(customerId: string): Promise<Customer | null>;
  /** This customer's cards in the order in which the bank shows them; no PAN among them. */
  cards(customerId: string): Promise<Card[]>;
  /** The PAN of one of this customer's cards, for the push alone. Null when the card is not theirs. */
  pan(customerId: string, cardId: string): Promise<Pan | null>;
}
