import { z } from 'zod';
import { newReference } from '@/sandbox/click-to-pay/settle';
import { CLICK_TO_PAY_ID } from '@/sandbox/token-connect/token-requestors';
import type { World } from '@/sandbox/world';
import type { Customer } from './customers';

/** Named states: nothing at all; as after a start; a customer whom Click to Pay knows. */
const STATES = ['empty', 'fresh', 'returning-customer'] as const;

export const resetBody = z.strictObject({
  state: z.enum(STATES).default('fresh'),
  /** Only what belongs to this customer. */
  customer: z.string().min(1).max(80).optional(),
});

function forgetCustomer(world: World, customer: Customer): void {
  world.store.forgetPerson(new Set(customer.cards.map(({ panHash }) => panHash)), customer.email);
  world.orders.remove({ customer: customer.name });
  world.customers.moveClock(customer.name, 0);
}

/** A profile under the customer's e-mail, with their first card in it. */
function welcomeBack(world: World, customer: Customer & { readonly email: string }): void {
  const { email, givenName, cards } = customer;
  world.store.saveProfile({ email, ...(givenName && { name: givenName }), createdAtMs: world.now() });
  const [first] = cards;
  if (first === undefined) return;
  world.store.saveToken({
    tokenRequestorId: CLICK_TO_PAY_ID,
    panHash: first.panHash,
    owner: email.toLowerCase(),
    tokenUniqueReference: newReference(world, CLICK_TO_PAY_ID),
    last4: first.last4,
    bankName: world.clients.list()[0]?.name ?? 'your bank',
    addedAtMs: world.now(),
    waiting: false,
  });
}

/** Puts the sandbox, or one customer's part of it, into a named state. Registered clients always stay. */
export function reset(
  world: World,
  { state, customer: name }: z.output<typeof resetBody>,
): { state: string; customer?: string } | { error: string } {
  const customer = name === undefined ? undefined : world.customers.find(name);
  if (name !== undefined && customer === undefined)
    return { error: `there is no customer "${name}": PUT customers/${name} first` };
  if (state === 'returning-customer' && customer?.email === undefined)
    return { error: 'a returning customer needs "customer", and that customer an e-mail address' };
  if (customer === undefined) {
    world.store.reset();
    world.orders.remove();
    if (state === 'empty') {
      world.journal.clear();
      world.customers.clear();
    } else for (const one of world.customers.list()) world.customers.moveClock(one.name, 0);
    return { state };
  }
  forgetCustomer(world, customer);
  const { email } = customer;
  if (state === 'returning-customer' && email !== undefined) welcomeBack(world, { ...customer, email });
  return { state, customer: customer.name };
}
