/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx';
import type { Message, Receipt } from '@/sandbox/store/records';
import { clockTime, wordsFor } from '@/sandbox/words/words';

type IconName = 'card' | 'tick' | 'twice' | 'arrow' | 'cross' | 'question';

const PATHS: Readonly<Record<IconName, string>> = {
  card: 'M4 5.5h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM2 10h20M6 14.5h3',
  tick: 'M5 12.5l4.6 4.6L19.5 7',
  twice: 'M8.5 8.5h11v11h-11zM15.5 5.5v-1h-11v11h1M11.5 14l2 2 3.5-3.8',
  arrow: 'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM8 12h8M12.6 8.4L16.2 12l-3.6 3.6',
  cross: 'M8.2 2.8h7.6l5.4 5.4v7.6l-5.4 5.4H8.2l-5.4-5.4V8.2zM9 9l6 6M15 9l-6 6',
  question:
    'M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM9.4 9.2a2.7 2.7 0 1 1 3.7 2.5c-.8.4-1.1.9-1.1 1.8M12 16.6v.1',
};

/** A line icon; the words beside it say the same. */
export function Icon({ name, size = 22, weight = 1.75 }: { name: IconName; size?: number; weight?: number }) {
  return (
    <svg
      class={`icon ${name}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={weight}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** Digits, codes and references: from left to right, also in a sentence that runs the other way. */
export function LeftToRight({ children }: PropsWithChildren) {
  return <bdi dir="ltr">{children}</bdi>;
}

/** `•••• 4417`, read aloud as "ending in 4417". */
export function CardEnding({ last4, locale }: { last4: string; locale: string }) {
  return (
    <LeftToRight>
      <span class="dots" aria-hidden="true">
        ••••
      </span>
      <span class="hidden">{wordsFor(locale).common.ending}</span>
      {last4}
    </LeftToRight>
  );
}

/** A sentence of the catalogue with a card drawn where `{card}` stands. */
export function AroundCard({ sentence, last4, locale }: { sentence: string; last4: string; locale: string }) {
  const [before = '', after = ''] = sentence.split('{card}');
  return (
    <>
      {before}
      <CardEnding last4={last4} locale={locale} />
      {after}
    </>
  );
}

/** The handed-over cards, each in a pill. */
export function CardPills({ receipts, locale }: { receipts: readonly Receipt[]; locale: string }) {
  return (
    <ul class="pills" aria-label={wordsFor(locale).common.yourCards(receipts.length)}>
      {receipts.map(({ last4 }) => (
        <li>
          <Icon name="card" size={19} />
          <CardEnding last4={last4} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

/** The tick box of the seed page's "Remember Me". */
export function RememberMe({ locale }: { locale: string }) {
  const { remember } = wordsFor(locale);
  return (
    <label class="remember">
      <input type="checkbox" name="remember" value="yes" />
      <span>
        {remember.label}
        <small>{remember.hint}</small>
      </span>
    </label>
  );
}

/** A drawn inbox or phone, so that a demo needs no mail: it shows the last code. */
export function Inbox(props: { message: Message; owner: string | undefined; locale: string }) {
  const { message, owner, locale } = props;
  const { code } = wordsFor(locale);
  return (
    <aside class="inbox" aria-labelledby="inbox-title">
      <h2 id="inbox-title">{code.inbox(owner, message.channel)}</h2>
      <div class="mail">
        <p>
          <b>Click to Pay</b>{' '}
          <time datetime={message.sentAt}>{clockTime(locale, Date.parse(message.sentAt))}</time>
        </p>
        <p class="digits" data-testid="click-to-pay-code">
          <LeftToRight>{`${message.code.slice(0, 3)} ${message.code.slice(3)}`}</LeftToRight>
        </p>
        <p>{code.message}</p>
      </div>
    </aside>
  );
}
