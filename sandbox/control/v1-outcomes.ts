import type { Hono } from 'hono';
import { chooseOutcome, isCarried } from '@/sandbox/scenarios/choose-outcome';
import { OUTCOMES } from '@/sandbox/scenarios/outcomes';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import type { World } from '@/sandbox/world';
import { bodyOf } from './body';
import { orderBody, readOrder, type Order } from './order';

/** The table as programs read it. */
function tableOfOutcomes() {
  return OUTCOMES.map(({ behaviour: _inner, code, ...row }) => ({
    ...row,
    ...(code !== undefined && { digits: code, example: testCardNumber('0', code, 1) }),
  }));
}

/** An order as it is shown: no hash of a card leaves the sandbox. */
function printed({ id, outcome, call, match, args, left }: Order) {
  const { panHashes, ...who } = match;
  return {
    id,
    outcome: outcome.name,
    ...(call !== undefined && { call }),
    for: { ...who, ...(panHashes !== undefined && { cards: panHashes.length }) },
    args,
    times: left ?? 'always',
  };
}

/** Receipts that are handed out already and fit the order play it from now on. */
function applyToReceipts(world: World, order: Order): number {
  const { panHashes, last4, accountRange, consumerKey } = order.match;
  const named = panHashes !== undefined || (last4 !== undefined && accountRange === undefined);
  if (!named || !isCarried(order.outcome)) return 0;
  const fitting = world.store
    .allReceipts()
    .filter(
      (receipt) =>
        (panHashes === undefined || panHashes.includes(receipt.panHash)) &&
        (last4 === undefined || receipt.last4 === last4) &&
        (consumerKey === undefined || receipt.consumerKey === consumerKey),
    );
  return fitting.filter((receipt) => chooseOutcome(world, receipt, order.outcome)).length;
}

/** `outcomes`: the table, and what was ordered from it. */
export function outcomeRoutes(app: Hono, world: World): void {
  app.get('/outcomes', (c) =>
    c.json({ outcomes: tableOfOutcomes(), orders: world.orders.list().map(printed) }),
  );
  app.post('/outcomes', async (c) => {
    const body = await bodyOf(c, orderBody);
    if ('problem' in body) return body.problem;
    const order = readOrder(body.value, world.customers, world.orders.nextId());
    if ('error' in order) return c.json(order, 400);
    const receipts = applyToReceipts(world, order);
    world.orders.add(order);
    if (receipts > 0) world.orders.use(order);
    return c.json({ order: printed(order), receipts }, 201);
  });
  app.delete('/outcomes', (c) => {
    const { id, customer } = c.req.query();
    return c.json({ removed: world.orders.remove({ ...(id && { id }), ...(customer && { customer }) }) });
  });
}
