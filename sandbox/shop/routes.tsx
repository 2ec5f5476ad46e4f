/** @jsxImportSource hono/jsx */
import { Hono, type Context } from 'hono';
import { localeOf } from '@/sandbox/click-to-pay/language';
import { page, seeOther } from '@/sandbox/pages/respond';
import { wordsFor } from '@/sandbox/words/words';
import type { World } from '@/sandbox/world';
import { isProved, newBasket, openOrder } from './order';
import { NoReceiptPage, ReceiptPage, ShopPage } from './shop-pages';

function receipt(world: World, c: Context, id: string): Promise<Response> {
  const order = world.store.orders.get(id);
  const locale = order?.locale ?? localeOf(c);
  const { shop, pay } = wordsFor(locale);
  if (order === undefined) {
    const ending = { title: shop.goneTitle, sentence: shop.gone, href: '/shop', label: pay.toShop };
    return page(<NoReceiptPage {...ending} locale={locale} />, { status: 404 });
  }
  const { payment } = order;
  if (payment === undefined) {
    const ending = { title: shop.open, sentence: shop.openLead, href: `/pay/${id}`, label: shop.pay };
    return page(<NoReceiptPage {...ending} locale={locale} />);
  }
  return page(<ReceiptPage order={order} payment={payment} proved={isProved(world, order)} />);
}

/** An invented shop, so that a card that was added can be used: basket, Click to Pay, receipt. */
export function shopRoutes(world: World): Hono {
  const app = new Hono();
  app.get('/', (c) => {
    const order = newBasket(world, localeOf(c));
    return page(<ShopPage order={order} cancelled={c.req.query('cancelled') === 'yes'} />);
  });
  app.post('/checkout', (c) => seeOther(`/pay/${openOrder(world, localeOf(c)).id}`));
  app.get('/orders/:id', (c) => receipt(world, c, c.req.param('id')));
  return app;
}
