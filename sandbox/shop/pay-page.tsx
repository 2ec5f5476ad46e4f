/** @jsxImportSource hono/jsx */
import { Layout } from '@/sandbox/click-to-pay/layout';
import { maskEmail } from '@/sandbox/click-to-pay/masking';
import { CardEnding } from '@/sandbox/click-to-pay/parts';
import { CardArt } from '@/sandbox/profile/card-art';
import type { Person } from '@/sandbox/profile/person';
import { handleOf } from '@/sandbox/profile/token-handle';
import type { Order, Token } from '@/sandbox/store/records';
import { money, wordsFor } from '@/sandbox/words/words';

interface PayView {
  readonly order: Order;
  readonly person: Person;
  /** Newest first. */
  readonly cards: readonly Token[];
  readonly fault: boolean;
}

function CardChoice({ card, checked, locale }: { card: Token; checked: boolean; locale: string }) {
  const { pay } = wordsFor(locale);
  return (
    <label>
      <input type="radio" name="card" value={handleOf(card)} checked={checked} disabled={card.waiting} />
      <CardArt last4={card.last4} />
      <span>
        <b>
          <CardEnding last4={card.last4} locale={locale} />
        </b>
        <span>{card.waiting ? pay.notReady : card.bankName}</span>
      </span>
    </label>
  );
}

function PayForm({ order, cards, fault }: PayView) {
  const { id, locale, amountMinor, currency } = order;
  const { pay } = wordsFor(locale);
  const ready = cards.find(({ waiting }) => !waiting);
  if (ready === undefined) return <p class="none">{pay.noCards}</p>;
  return (
    <form method="post" action={`/pay/${id}`}>
      {fault ? (
        <p class="fault" role="alert">
          {pay.pick}
        </p>
      ) : null}
      <fieldset class="channels one cards">
        <legend class="hidden">{pay.choose}</legend>
        {cards.map((card) => (
          <CardChoice card={card} checked={card === ready} locale={locale} />
        ))}
      </fieldset>
      <button class="button" type="submit">
        {pay.button(money(locale, amountMinor, currency))}
      </button>
    </form>
  );
}

/** Click to Pay at the checkout: who you are, your cards, one button. */
export function PayPage({ view }: { view: PayView }) {
  const { order, person } = view;
  const { id, locale, amountMinor, currency } = order;
  const { pay, remember, profile, shop, frame } = wordsFor(locale);
  const title = pay.title(money(locale, amountMinor, currency));
  const email = maskEmail(person.email);
  return (
    <Layout title={title} locale={locale} foot={frame.foot}>
      <h1>{title}</h1>
      <p class="lead">{pay.lead(shop.name)}</p>
      <PayForm {...view} />
      <form method="post" action={`/pay/${id}/not-you`} class="row">
        <span>{person.remembered ? profile.remembered(email) : profile.signedIn(email)}</span>
        <button class="plain" type="submit">
          {remember.notYou}
        </button>
      </form>
      <a class="button quiet" href={`/shop?cancelled=yes&locale=${locale}`}>
        {pay.cancel(shop.name)}
      </a>
    </Layout>
  );
}

/** An order that nobody knows. */
export function NoOrderPage({ locale }: { locale: string }) {
  const { pay } = wordsFor(locale);
  return (
    <Layout title={pay.goneTitle} locale={locale}>
      <h1>{pay.goneTitle}</h1>
      <p class="lead">{pay.gone}</p>
      <a class="button" href={`/shop?locale=${locale}`}>
        {pay.toShop}
      </a>
    </Layout>
  );
}
