import { z } from 'zod';
import { aboutCustomer, askSandbox, type SandboxAnswer } from './sandbox-customer.demo';

/** The same order that the sandbox takes; here the customer is a username, and the card one of the customer's handles. */
const customer = z.string().min(1).max(80).optional();
const orderSchema = z.looseObject({ outcome: z.string().max(100), customer });
export const outcomeOrderSchema = z.union([
  z.strictObject({ takeBack: z.literal(true), customer }),
  orderSchema,
]);

/** Orders a row of the table of outcomes; the sandbox judges the order and its answer is the answer. */
export function orderOutcome(order: z.output<typeof orderSchema>): Promise<SandboxAnswer> {
  const ask = () => askSandbox('POST', 'outcomes', order);
  return order.customer === undefined ? ask() : aboutCustomer(order.customer, ask);
}

/** Takes back what was ordered for this customer; for everybody when none is named. */
export function takeBackOutcomes(username: string | undefined): Promise<SandboxAnswer> {
  const query = username === undefined ? '' : `?customer=${encodeURIComponent(username)}`;
  return askSandbox('DELETE', `outcomes${query}`);
}

/** The table, and what is ordered now. */
export function readOutcomes(): Promise<SandboxAnswer> {
  return askSandbox('GET', 'outcomes');
}
