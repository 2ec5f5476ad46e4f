import { isSingleCardRange } from '@/sandbox/token-connect/token-requestors';

const MOST_CUSTOMERS = 2_000;

/** A card of a customer as the sandbox knows it: by the keyed hash that its receipts carry. */
export interface CustomerCard {
  readonly card: string;
  readonly panHash: string;
  readonly accountRange: string;
  readonly last4: string;
}

/** A bank's customer whom a tester or presenter named: the set of their cards, and how far their clock is ahead. */
export interface Customer {
  readonly name: string;
  readonly email?: string;
  readonly givenName?: string;
  readonly cards: readonly CustomerCard[];
  readonly offsetMs: number;
}

/** Named customers, in memory: whoever names one after a restart names them again. */
export class Customers {
  private readonly byName = new Map<string, Customer>();

  /** Adds or replaces; the clock of a known one stays where it is. */
  put(customer: Omit<Customer, 'offsetMs'>): Customer {
    const kept = { ...customer, offsetMs: this.byName.get(customer.name)?.offsetMs ?? 0 };
    this.byName.delete(customer.name);
    this.byName.set(customer.name, kept);
    for (const name of this.byName.keys()) {
      if (this.byName.size <= MOST_CUSTOMERS) break;
      this.byName.delete(name);
    }
    return kept;
  }

  find(name: string): Customer | undefined {
    return this.byName.get(name);
  }

  moveClock(name: string, offsetMs: number): Customer | undefined {
    const known = this.byName.get(name);
    if (known !== undefined) this.byName.set(name, { ...known, offsetMs });
    return this.byName.get(name);
  }

  /** How far the clock of the customer with this e-mail address is ahead, in milliseconds. */
  offsetOf(email: string): number {
    const offsets = this.list().map((one) =>
      one.email?.toLowerCase() === email.toLowerCase() ? one.offsetMs : 0,
    );
    return Math.max(0, ...offsets);
  }

  list(): readonly Customer[] {
    return [...this.byName.values()];
  }

  clear(): void {
    this.byName.clear();
  }
}

/** Account ranges that are this customer's alone: those of a single card. */
export function ownRanges({ cards }: Customer): readonly string[] {
  return cards.map(({ accountRange }) => accountRange).filter(isSingleCardRange);
}
