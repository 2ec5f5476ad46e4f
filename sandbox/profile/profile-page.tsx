/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx';
import { Layout } from '@/sandbox/click-to-pay/layout';
import { maskEmail } from '@/sandbox/click-to-pay/masking';
import { CardEnding, Icon } from '@/sandbox/click-to-pay/parts';
import type { Order, Remembered, Token } from '@/sandbox/store/records';
import { calendarDay, money, wordsFor } from '@/sandbox/words/words';
import { CardArt } from './card-art';
import type { Person } from './person';
import { handleOf, maskReference } from './token-handle';

export interface ProfileView {
  readonly person: Person;
  readonly locale: string;
  readonly cards: readonly Token[];
  readonly orders: readonly Order[];
  readonly browsers: readonly Remembered[];
  /** Hash of the token of the browser in front, where it is remembered. */
  readonly thisBrowser: string | undefined;
  readonly notice: 'removed' | 'forgotten' | undefined;
}

/** A question before something is gone: opens without a script, and does nothing until its button is pressed. */
function Sure(
  props: PropsWithChildren<{ label: string; short: string; question: string; yes: string; action: string }>,
) {
  const { label, short, question, yes, action, children } = props;
  return (
    <details class="sure">
      <summary aria-label={label === short ? undefined : label}>{short}</summary>
      <form method="post" action={action}>
        <p>{question}</p>
        {children}
        <button class="button" type="submit">
          {yes}
        </button>
      </form>
    </details>
  );
}

function Cards({ cards, locale }: ProfileView) {
  const { profile } = wordsFor(locale);
  if (cards.length === 0) return <p class="none">{profile.noCards}</p>;
  return (
    <ul class="saved">
      {cards.map((card) => (
        <li>
          <CardArt last4={card.last4} />
          <div>
            <p class="name">
              <CardEnding last4={card.last4} locale={locale} />
            </p>
            <p>{profile.from(card.bankName, calendarDay(locale, card.addedAtMs))}</p>
            <p>
              {`${profile.reference} `}
              <bdi class="mono" dir="ltr">
                {maskReference(card.tokenUniqueReference)}
              </bdi>
            </p>
            <p class={card.waiting ? 'state next' : 'state good'}>
              <Icon name={card.waiting ? 'arrow' : 'tick'} size={18} />
              {card.waiting ? profile.waiting : profile.active}
            </p>
            <Sure
              label={profile.remove(card.last4)}
              short={profile.removeShort}
              question={profile.removeSure}
              yes={profile.removeYes}
              action={`/profile/remove?locale=${locale}`}
            >
              <input type="hidden" name="card" value={handleOf(card)} />
            </Sure>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Orders({ orders, locale }: ProfileView) {
  const { profile, shop } = wordsFor(locale);
  if (orders.length === 0) return <p class="none">{profile.noOrders}</p>;
  return (
    <ul class="lines">
      {orders.map(({ id, amountMinor, currency, payment }) => (
        <li>
          <a href={`/shop/orders/${id}?locale=${locale}`}>
            {profile.order(shop.name, money(locale, amountMinor, currency))}
          </a>
          {payment ? (
            <small>{profile.orderDetail(calendarDay(locale, payment.paidAtMs), payment.last4)}</small>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Browsers({ browsers, thisBrowser, locale }: ProfileView) {
  const { profile } = wordsFor(locale);
  if (browsers.length === 0) return <p class="none">{profile.noBrowsers}</p>;
  const action = `/profile/forget?locale=${locale}`;
  return (
    <>
      <ul class="lines">
        {browsers.map(({ tokenHash, browser, sinceMs, untilMs }) => {
          const since = calendarDay(locale, sinceMs);
          return (
            <li class="with-button">
              <span>
                {tokenHash === thisBrowser ? `${browser} (${profile.thisBrowser})` : browser}
                <small>{profile.since(since, calendarDay(locale, untilMs))}</small>
              </span>
              <form method="post" action={action}>
                <input type="hidden" name="browser" value={tokenHash} />
                <button class="plain" type="submit" aria-label={profile.forgetNamed(browser, since)}>
                  {profile.forget}
                </button>
              </form>
            </li>
          );
        })}
      </ul>
      {browsers.length > 1 ? (
        <form method="post" action={action}>
          <button class="button quiet" type="submit" name="browser" value="all">
            {profile.forgetAll}
          </button>
        </form>
      ) : null}
    </>
  );
}

/** What Click to Pay holds of one person, and how each of it goes away. */
export function ProfilePage({ view }: { view: ProfileView }) {
  const { person, locale, notice } = view;
  const { profile } = wordsFor(locale);
  const email = maskEmail(person.email);
  return (
    <Layout title={profile.title} locale={locale}>
      <h1>{profile.title}</h1>
      <p class="lead">{person.remembered ? profile.remembered(email) : profile.signedIn(email)}</p>
      {notice ? (
        <p class="notice" role="status">
          {profile[notice]}
        </p>
      ) : null}
      <h2>{profile.cards}</h2>
      <Cards {...view} />
      <a class="button quiet" href={`/shop?locale=${locale}`}>
        {profile.shop}
      </a>
      <h2>{profile.orders}</h2>
      <Orders {...view} />
      <h2>{profile.browsers}</h2>
      <Browsers {...view} />
      <form method="post" action={`/profile/sign-out?locale=${locale}`}>
        <button class="button quiet" type="submit">
          {person.remembered ? profile.signOutForget : profile.signOut}
        </button>
      </form>
      <Sure
        label={profile.delete}
        short={profile.delete}
        question={profile.deleteSure}
        yes={profile.deleteYes}
        action={`/profile/delete?locale=${locale}`}
      />
    </Layout>
  );
}

/** After the profile was deleted. */
export function DeletedPage({ locale }: { locale: string }) {
  const { profile } = wordsFor(locale);
  return (
    <Layout title={profile.deleted} locale={locale}>
      <h1>{profile.deleted}</h1>
      <p class="lead">{profile.deletedLead}</p>
    </Layout>
  );
}
