import type { Args, Behaviour, Call, Outcome } from '@/sandbox/scenarios/outcome';
import { liesInRange, paddedStart } from '@/sandbox/token-connect/token-requestors';
import type { FaultName } from './fault-names';
import type { Match, Order } from './order';

const MOST_ORDERS = 5_000;
const MOST_KEPT = 1_000;

/** A fault to play now. */
export interface Fault {
  /** Name of the row of the table. */
  readonly outcome: string;
  readonly name: FaultName;
  readonly args: Args;
}

/** A pushed card, for matching. */
export interface SubjectCard {
  readonly accountNumber: string;
  readonly panHash: string;
}

/** What a call is about, for matching. */
export interface Subject {
  readonly op: Call;
  readonly consumerKey: string;
  readonly accountRanges?: readonly string[];
  readonly cards?: readonly SubjectCard[];
  readonly assetId?: string;
}

function cardMatches(match: Match, { accountNumber, panHash }: SubjectCard): boolean {
  return (
    (match.panHashes === undefined || match.panHashes.includes(panHash)) &&
    (match.last4 === undefined || accountNumber.endsWith(match.last4)) &&
    (match.accountRange === undefined || liesInRange(accountNumber, match.accountRange))
  );
}

function rangesMatch(match: Match, asked: readonly string[] = []): boolean {
  const starts = new Set(asked.map(paddedStart));
  const wanted = [...(match.accountRanges ?? []), ...(match.accountRange ? [match.accountRange] : [])];
  return wanted.length === 0 || wanted.some((start) => starts.has(paddedStart(start)));
}

function matches({ match, call }: Order, subject: Subject): boolean {
  if (call !== subject.op) return false;
  if (match.consumerKey !== undefined && match.consumerKey !== subject.consumerKey) return false;
  if (subject.op === 'asset') {
    // Whose logo it is cannot be seen: an order for somebody's ranges reaches it by an asset id of its own.
    if (match.accountRanges !== undefined || match.accountRange !== undefined) return false;
    return match.assetId === undefined || match.assetId === subject.assetId;
  }
  if (subject.op === 'eligible') return rangesMatch(match, subject.accountRanges);
  return (subject.cards ?? []).some((card) => cardMatches(match, card));
}

/** The fault of a row that spoils whole calls. */
export function faultOf(outcome: Outcome, args: Args = {}): Fault | undefined {
  const { behaviour } = outcome;
  if (behaviour.kind !== 'whole-call') return undefined;
  return { outcome: outcome.name, name: behaviour.fault, args: { ...behaviour.args, ...args } };
}

const spoilsCalls = (behaviour: Behaviour): boolean => behaviour.kind === 'whole-call';

/** Ordered outcomes, oldest first. The first that fits is played. */
export class Orders {
  private orders: Order[] = [];
  private readonly keeping = new Set<string>();
  private last = 0;

  nextId(): string {
    this.last += 1;
    return `o${this.last}`;
  }

  /** From now on a repetition of this request gets the receipts of its first attempt. */
  keepReceipts(requestId: string): void {
    this.keeping.add(requestId);
    const [oldest] = this.keeping;
    if (this.keeping.size > MOST_KEPT && oldest !== undefined) this.keeping.delete(oldest);
  }

  keepsReceipts(requestId: string): boolean {
    return this.keeping.has(requestId);
  }

  add(order: Order): void {
    this.orders = [...this.orders, order].slice(-MOST_ORDERS);
  }

  list(): readonly Order[] {
    return this.orders;
  }

  /** Takes back what fits; everything when nothing is named. Answers how many there were. */
  remove(which: { id?: string; customer?: string } = {}): number {
    const before = this.orders.length;
    const fits = ({ id, match }: Order) =>
      (which.id === undefined || which.id === id) &&
      (which.customer === undefined || which.customer === match.customer);
    this.orders = this.orders.filter((order) => !fits(order));
    return before - this.orders.length;
  }

  /** Counts one use of an order. */
  use(order: Order): void {
    if (order.left === undefined) return;
    const left = order.left - 1;
    this.orders = this.orders.flatMap((other) =>
      other.id !== order.id ? [other] : left > 0 ? [{ ...order, left }] : [],
    );
  }

  /** The order that spoils this call, counted. */
  takeForCall(subject: Subject): Order | undefined {
    const order = this.orders.find(
      (candidate) => spoilsCalls(candidate.outcome.behaviour) && matches(candidate, subject),
    );
    if (order !== undefined) this.use(order);
    return order;
  }

  /** The outcome that was ordered for this card, counted. */
  takeForCard(consumerKey: string, card: SubjectCard): Outcome | undefined {
    const order = this.orders.find(
      ({ outcome, match }) =>
        !spoilsCalls(outcome.behaviour) &&
        (match.consumerKey === undefined || match.consumerKey === consumerKey) &&
        cardMatches(match, card),
    );
    if (order !== undefined) this.use(order);
    return order?.outcome;
  }

  /** The order whose logos this eligibility call has to announce; it is used up when a logo is fetched. */
  logosFor(accountRanges: readonly string[]): Order | undefined {
    return this.orders.find(
      ({ call, match }) =>
        call === 'asset' && match.accountRanges !== undefined && rangesMatch(match, accountRanges),
    );
  }
}
