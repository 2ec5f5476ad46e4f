/** @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono';
import { localeOf } from '@/sandbox/click-to-pay/language';
import { formFields } from '@/sandbox/pages/form-fields';
import { page, seeOther } from '@/sandbox/pages/respond';
import { leaveBrowser, whoIs, type Person } from '@/sandbox/profile/person';
import { handleOf } from '@/sandbox/profile/token-handle';
import type { Order, Token } from '@/sandbox/store/records';
import { CLICK_TO_PAY_ID } from '@/sandbox/token-connect/token-requestors';
import type { World } from '@/sandbox/world';
import { payOrder } from './order';
import { NoOrderPage, PayPage } from './pay-page';

type Answer = Promise<Response> | Response;

/** The newest first, and last those that wait for their cardholder. */
function cardsOf(world: World, { email }: Person): readonly Token[] {
  const cards = [...world.store.tokensOf(CLICK_TO_PAY_ID, email)].reverse();
  return [...cards.filter(({ waiting }) => !waiting), ...cards.filter(({ waiting }) => waiting)];
}

function signIn({ id, locale }: Order, cookies: readonly string[] = []): Response {
  return seeOther(`/sign-in?next=/pay/${id}&locale=${locale}`, { cookies });
}

/** Pays with one of the person's own cards that is ready; anything else is asked again. */
function pay(world: World, c: Context, order: Order, card: string | undefined): Answer {
  const person = whoIs(world, c);
  if (person === undefined) return signIn(order);
  const cards = cardsOf(world, person);
  const chosen = cards.find((one) => !one.waiting && handleOf(one) === card);
  if (chosen === undefined) return page(<PayPage view={{ order, person, cards, fault: true }} />);
  payOrder(world, order, chosen);
  return seeOther(`/shop/orders/${order.id}`);
}

/** Click to Pay's side of a checkout. The shop sends the browser here with an order and learns what was paid, not by whom. */
export function payRoutes(world: World): Hono {
  const app = new Hono();
  const withOpenOrder = (c: Context, run: (order: Order) => Answer): Answer => {
    const order = world.store.orders.get(c.req.param('id') ?? '');
    if (order === undefined) return page(<NoOrderPage locale={localeOf(c)} />, { status: 404 });
    return order.payment === undefined ? run(order) : seeOther(`/shop/orders/${order.id}`);
  };
  app.get('/:id', (c) =>
    withOpenOrder(c, (order) => {
      const person = whoIs(world, c);
      if (person === undefined) return signIn(order);
      return page(<PayPage view={{ order, person, cards: cardsOf(world, person), fault: false }} />);
    }),
  );
  app.post('/:id', async (c) => {
    // Read first: between the look at the order and its payment nothing else may happen.
    const { card } = await formFields(c);
    return withOpenOrder(c, (order) => pay(world, c, order, card));
  });
  app.post('/:id/not-you', (c) => withOpenOrder(c, (order) => signIn(order, leaveBrowser(world, c))));
  return app;
}
