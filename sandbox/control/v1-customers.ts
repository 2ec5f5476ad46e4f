import type { Hono } from 'hono';
import { z } from 'zod';
import { MdesRefusal } from '@/sandbox/token-connect/refusal';
import { receiptNow, type World } from '@/sandbox/world';
import { bodyOf } from './body';
import type { Customer } from './customers';
import { customerBody, readCards } from './read-customer';
import { reset, resetBody } from './reset';

const MOST_SECONDS = 86_400 * 400;
const clockBody = z.union([
  z.strictObject({
    receipts: z.array(z.string()).min(1).max(500),
    offsetSeconds: z.number().min(-MOST_SECONDS).max(MOST_SECONDS),
  }),
  z.strictObject({
    customer: z.string().min(1).max(80),
    offsetSeconds: z.number().min(-MOST_SECONDS).max(MOST_SECONDS),
  }),
]);

const shown = ({ name, cards, offsetMs }: Customer) => ({
  name,
  offsetSeconds: offsetMs / 1_000,
  cards: cards.map(({ card, last4, accountRange }) => ({ card, last4, accountRange })),
});

/** What the sandbox holds to be the time of a customer, or of everybody's receipts. */
function clockOf(world: World, customer: Customer | undefined) {
  const own = customer && new Set(customer.cards.map(({ panHash }) => panHash));
  const iso = (ms: number) => new Date(ms).toISOString();
  const receipts = world.store
    .allReceipts()
    .filter(({ panHash }) => own === undefined || own.has(panHash))
    .map((receipt) => ({
      receipt: receipt.receipt,
      last4: receipt.last4,
      now: iso(receiptNow(world, receipt)),
      expiresAt: iso(receipt.expiresAtMs),
      expired: receiptNow(world, receipt) >= receipt.expiresAtMs,
      consumed: receipt.consumed,
    }));
  return {
    now: iso(world.now() + (customer?.offsetMs ?? 0)),
    offsetSeconds: (customer?.offsetMs ?? 0) / 1_000,
    receipts,
  };
}

function clockRoutes(app: Hono, world: World): void {
  app.get('/clock', (c) => {
    const { customer: name } = c.req.query();
    const customer = name === undefined ? undefined : world.customers.find(name);
    if (name !== undefined && customer === undefined) return c.json({ error: unknownCustomer(name) }, 404);
    return c.json(clockOf(world, customer));
  });
  app.post('/clock', async (c) => {
    const body = await bodyOf(c, clockBody);
    if ('problem' in body) return body.problem;
    const offsetMs = body.value.offsetSeconds * 1_000;
    if ('customer' in body.value) {
      const customer = world.customers.moveClock(body.value.customer, offsetMs);
      return customer === undefined
        ? c.json({ error: unknownCustomer(body.value.customer) }, 404)
        : c.json(clockOf(world, customer));
    }
    const { receipts } = body.value;
    const moved = receipts.filter((receipt) => world.store.moveClock(receipt, offsetMs));
    return c.json({ moved, unknown: receipts.filter((receipt) => !moved.includes(receipt)) });
  });
}

const unknownCustomer = (name: string) => `there is no customer "${name}": PUT customers/${name} first`;

/** `customers`, `clock`, `reset`: whose cards are whose, what time it is for them, and a fresh start. */
export function customerRoutes(app: Hono, world: World): void {
  app.get('/customers', (c) => c.json({ customers: world.customers.list().map(shown) }));
  app.put('/customers/:name', async (c) => {
    const body = await bodyOf(c, customerBody);
    if ('problem' in body) return body.problem;
    const { encryptedPayload, email, givenName } = body.value;
    try {
      const cards = readCards(world, encryptedPayload);
      const name = c.req.param('name').slice(0, 80);
      const person = { name, cards, ...(email && { email }), ...(givenName && { givenName }) };
      return c.json(shown(world.customers.put(person)));
    } catch (error) {
      if (!(error instanceof MdesRefusal || error instanceof z.ZodError)) throw error;
      // The content is never repeated: it holds card numbers.
      const why = error instanceof MdesRefusal ? error.message : 'the content is no list of cards';
      return c.json({ error: `encryptedPayload: ${why}` }, 400);
    }
  });
  clockRoutes(app, world);
  app.post('/reset', async (c) => {
    const body = await bodyOf(c, resetBody);
    if ('problem' in body) return body.problem;
    const done = reset(world, body.value);
    return 'error' in done ? c.json(done, 404) : c.json(done);
  });
}
