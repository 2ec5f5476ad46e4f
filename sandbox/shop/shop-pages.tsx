/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx';
import { languageOf } from '@/sandbox/click-to-pay/layout';
import { CardEnding, LeftToRight } from '@/sandbox/click-to-pay/parts';
import { StyleSheet } from '@/sandbox/pages/style-sheet';
import { maskReference } from '@/sandbox/profile/token-handle';
import type { Order, Payment } from '@/sandbox/store/records';
import { calendarDay, clockTime, money, wordsFor } from '@/sandbox/words/words';

function ShopLayout({ title, locale, children }: PropsWithChildren<{ title: string; locale: string }>) {
  const { frame, shop } = wordsFor(locale);
  const { lang, dir, spoken } = languageOf(locale);
  return (
    <html lang={lang} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{frame.title(title, shop.name)}</title>
        <link rel="icon" href="/assets/paper-shop.svg" type="image/svg+xml" />
        <StyleSheet name="shop" />
      </head>
      <body {...spoken}>
        <a class="skip" href="#main">
          {frame.skip}
        </a>
        <header>
          <p class="strip">{shop.strip}</p>
          <div class="brand">
            <img src="/assets/paper-shop.svg" alt="" width="34" height="34" />
            {shop.name}
          </div>
        </header>
        <main id="main">{children}</main>
      </body>
    </html>
  );
}

/** The one thing that is sold here. */
function Notebook() {
  return (
    <svg class="notebook" viewBox="0 0 240 200" width="240" height="200" aria-hidden="true">
      <ellipse cx="122" cy="184" rx="84" ry="8" class="shadow" />
      <path d="M62 26h112a8 8 0 0 1 8 8v138a8 8 0 0 1-8 8H62z" class="pages" />
      <path d="M56 20h112a8 8 0 0 1 8 8v138a8 8 0 0 1-8 8H56z" class="cover" />
      <path d="M56 20h18v154H56z" class="spine" />
      <path d="M92 104h62M92 124h42" class="line" />
      <path d="M152 20v62l-8-8-8 8V20z" class="ribbon" />
    </svg>
  );
}

/** The shop: one thing, its price, and the button. */
export function ShopPage({ order, cancelled }: { order: Omit<Order, 'id'>; cancelled: boolean }) {
  const { locale, amountMinor, currency } = order;
  const { shop } = wordsFor(locale);
  const amount = money(locale, amountMinor, currency);
  return (
    <ShopLayout title={shop.title} locale={locale}>
      <h1>{shop.title}</h1>
      {cancelled ? (
        <p class="notice" role="status">
          {shop.cancelled}
        </p>
      ) : null}
      <div class="two">
        <figure>
          <Notebook />
        </figure>
        <div>
          <h2>{shop.summary}</h2>
          <dl>
            <dt>
              {shop.item}
              <small>{shop.itemDetail}</small>
            </dt>
            <dd>{amount}</dd>
            <dt>{shop.postage}</dt>
            <dd>{shop.free}</dd>
            <dt class="total">{shop.total}</dt>
            <dd class="total">{amount}</dd>
          </dl>
          <form method="post" action={`/shop/checkout?locale=${locale}`}>
            <button class="button" type="submit" aria-describedby="pay-hint">
              {shop.pay}
            </button>
          </form>
          <p id="pay-hint" class="hint">
            {shop.payHint}
          </p>
        </div>
      </div>
    </ShopLayout>
  );
}

function Proof({ payment, proved, locale }: { payment: Payment; proved: boolean; locale: string }) {
  const { shop } = wordsFor(locale);
  return (
    <section class="proof" aria-labelledby="proof">
      <h2 id="proof">{shop.proof}</h2>
      <p>{shop.proofLead}</p>
      <dl>
        <dt>{shop.standIn}</dt>
        <dd class="mono">
          <CardEnding last4={payment.standInLast4} locale={locale} />
        </dd>
        <dt>{shop.reference}</dt>
        <dd class="mono">
          <LeftToRight>{maskReference(payment.tokenUniqueReference)}</LeftToRight>
        </dd>
        <dt>{shop.cryptogram}</dt>
        <dd class="mono">
          <LeftToRight>{payment.cryptogram}</LeftToRight>
        </dd>
        <dt>{shop.checked}</dt>
        <dd>{proved ? shop.checkedYes : shop.checkedNo}</dd>
      </dl>
    </section>
  );
}

/** The receipt: what was paid, with which card, and the proof that a shop would keep. */
export function ReceiptPage({ order, payment, proved }: { order: Order; payment: Payment; proved: boolean }) {
  const { id, locale, amountMinor, currency } = order;
  const { shop } = wordsFor(locale);
  const amount = money(locale, amountMinor, currency);
  const { paidAtMs, last4, bankName } = payment;
  return (
    <ShopLayout title={shop.paidTitle} locale={locale}>
      <h1>{shop.paidTitle}</h1>
      <p class="lead">{shop.paidLead(amount)}</p>
      <div class="receipt">
        <h2>{shop.receipt}</h2>
        <dl>
          <dt>{shop.item}</dt>
          <dd>{amount}</dd>
          <dt>{shop.orderNumber}</dt>
          <dd class="mono">
            <LeftToRight>{id.slice(0, 8)}</LeftToRight>
          </dd>
          <dt>{shop.paidAt}</dt>
          <dd>{`${calendarDay(locale, paidAtMs)}, ${clockTime(locale, paidAtMs)}`}</dd>
          <dt>{shop.card}</dt>
          <dd>
            <CardEnding last4={last4} locale={locale} />
          </dd>
          <dt>{shop.fromBank}</dt>
          <dd>{bankName}</dd>
          <dt class="total">{shop.total}</dt>
          <dd class="total">{amount}</dd>
        </dl>
        <Proof payment={payment} proved={proved} locale={locale} />
      </div>
      <p class="links">
        <a href={`/profile?locale=${locale}`}>{shop.profile}</a>{' '}
        <a href={`/shop?locale=${locale}`}>{shop.again}</a>
      </p>
    </ShopLayout>
  );
}

interface NoReceiptProps {
  readonly title: string;
  readonly sentence: string;
  readonly href: string;
  readonly label: string;
  readonly locale: string;
}

/** An order that is not there, or not paid. */
export function NoReceiptPage({ title, sentence, href, label, locale }: NoReceiptProps) {
  return (
    <ShopLayout title={title} locale={locale}>
      <h1>{title}</h1>
      <p class="lead">{sentence}</p>
      <a class="button" href={href}>
        {label}
      </a>
    </ShopLayout>
  );
}
