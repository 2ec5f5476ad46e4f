import { z } from 'zod';
import { FAULT_NAMES, type FaultName } from './fault-names';

/** A fault as `POST /__sandbox/faults` orders it. */
export const faultOrder = z.strictObject({
  match: z.strictObject({
    op: z.enum(['eligible', 'asset', 'push']),
    consumerKey: z.string().optional(),
    accountRange: z.string().optional(),
    last4: z.string().length(4).optional(),
    assetId: z.string().optional(),
  }),
  fault: z.enum(FAULT_NAMES),
  args: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** How many calls it hits; without it, all until it is deleted. */
  times: z.int().positive().optional(),
});
export type FaultOrder = z.infer<typeof faultOrder>;

/** A fault to play now. */
export interface Fault {
  readonly name: FaultName;
  readonly args: Readonly<Record<string, string | number>>;
}

/** What a call is about, for matching. */
export interface Subject {
  readonly op: FaultOrder['match']['op'];
  readonly consumerKey: string;
  readonly accountRanges?: readonly string[];
  readonly last4s?: readonly string[];
  readonly assetId?: string;
}

const padded = (start: string): string => start.padEnd(19, '0');

function matches({ match }: FaultOrder, subject: Subject): boolean {
  return (
    match.op === subject.op &&
    (match.consumerKey === undefined || match.consumerKey === subject.consumerKey) &&
    (match.accountRange === undefined ||
      (subject.accountRanges ?? []).map(padded).includes(padded(match.accountRange))) &&
    (match.last4 === undefined || (subject.last4s ?? []).includes(match.last4)) &&
    (match.assetId === undefined || match.assetId === subject.assetId)
  );
}

/** Ordered faults, oldest first. */
export class Faults {
  private orders: FaultOrder[] = [];

  add(order: FaultOrder): void {
    this.orders.push(order);
  }

  list(): readonly FaultOrder[] {
    return this.orders;
  }

  clear(): void {
    this.orders = [];
  }

  /** Takes the first order that matches and counts it. */
  take(subject: Subject): Fault | undefined {
    const order = this.orders.find((candidate) => matches(candidate, subject));
    if (order === undefined) return undefined;
    if (order.times !== undefined) {
      const left = order.times - 1;
      this.orders = this.orders.flatMap((other) =>
        other !== order ? [other] : left > 0 ? [{ ...order, times: left }] : [],
      );
    }
    return { name: order.fault, args: order.args };
  }
}
