/** @jsxImportSource hono/jsx */
import { StyleSheet } from '@/sandbox/pages/style-sheet';
import type { PropsWithChildren } from 'hono/jsx';
import type { Refusal } from '@/sandbox/click-to-pay/hand-over';
import { resultWord } from '@/sandbox/click-to-pay/end-pages';
import { languageOf } from '@/sandbox/click-to-pay/layout';
import { AroundCard } from '@/sandbox/click-to-pay/parts';
import type { Journey, Receipt } from '@/sandbox/store/records';
import type { TokenRequestor } from '@/sandbox/token-connect/token-requestors';
import { wordsFor } from '@/sandbox/words/words';

function Layout({
  requestor,
  title,
  locale,
  tools,
  children,
}: PropsWithChildren<{ requestor: TokenRequestor; title: string; locale: string; tools?: unknown }>) {
  const { lang, dir, spoken } = languageOf(locale);
  const { frame, wallet } = wordsFor(locale);
  const name = requestor.consumerFacingEntityName;
  return (
    <html lang={lang} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{frame.title(title, name)}</title>
        <link rel="icon" href={`/assets/${requestor.tokenRequestorId}.svg`} type="image/svg+xml" />
        <StyleSheet name="wallet" />
      </head>
      <body {...spoken}>
        <header>
          <p class="strip">{wallet.strip(name)}</p>
          <div class="brand">
            <img src={`/assets/${requestor.tokenRequestorId}.svg`} alt="" width="40" height="40" />
            {name}
          </div>
        </header>
        <main>{children}</main>
        {tools}
      </body>
    </html>
  );
}

function Card({ receipt, words, locale }: { receipt: Receipt; words?: string; locale: string }) {
  const { wallet } = wordsFor(locale);
  return (
    <li>
      <AroundCard sentence={wallet.card} last4={receipt.last4} locale={locale} />
      {words ? wallet.cardIs(words) : ''}
    </li>
  );
}

interface View {
  readonly requestor: TokenRequestor;
  readonly journey: Journey;
  readonly receipts: readonly Receipt[];
  /** Where this requestor's forms go. */
  readonly path: string;
  /** The presenter's strip, where there is one. */
  readonly tools?: unknown;
}

/** One question: save this card here? */
export function AskPage({ requestor, journey, receipts, path, tools }: View) {
  const { locale, bankName, id } = journey;
  const { wallet, common } = wordsFor(locale);
  const title = wallet.ask(receipts.length);
  return (
    <Layout requestor={requestor} title={title} locale={locale} tools={tools}>
      <h1>{title}</h1>
      <p>{wallet.lead(bankName, requestor.consumerFacingEntityName)}</p>
      <ul>
        {receipts.map((receipt) => (
          <Card receipt={receipt} locale={locale} />
        ))}
      </ul>
      <form method="post" action={`${path}/${id}/approve`}>
        <button class="button" type="submit">
          {wallet.save(receipts.length)}
        </button>
      </form>
      <form method="post" action={`${path}/${id}/cancel`}>
        <button class="button quiet" type="submit">
          {common.cancelBackTo(bankName)}
        </button>
      </form>
    </Layout>
  );
}

/** What became of the cards. */
export function EndPage({ requestor, journey, receipts, path, tools }: View) {
  const { locale, bankName, id } = journey;
  const { wallet, common } = wordsFor(locale);
  const saved = receipts.some(({ results }) => resultWord(results) === 'APPROVED');
  const title = saved ? wallet.saved : wallet.allDone;
  return (
    <Layout requestor={requestor} title={title} locale={locale} tools={tools}>
      <h1>{title}</h1>
      <ul>
        {receipts.map((receipt) => (
          <Card receipt={receipt} words={wallet.results[resultWord(receipt.results)]} locale={locale} />
        ))}
      </ul>
      <a class="button" href={`${path}/${id}/return`}>
        {common.backTo(bankName)}
      </a>
    </Layout>
  );
}

/** Where a universal link leads in a browser: the place of the app that is not there. */
export function AppPage({ requestor, locale }: { requestor: TokenRequestor; locale: string }) {
  const { wallet } = wordsFor(locale);
  const title = wallet.appTitle(requestor.consumerFacingEntityName);
  return (
    <Layout requestor={requestor} title={title} locale={locale}>
      <h1>{title}</h1>
      <p>{wallet.app(requestor.consumerFacingEntityName)}</p>
    </Layout>
  );
}

/** A hand-over that ends here. */
export function WalletRefusalPage({ requestor, refusal }: { requestor: TokenRequestor; refusal: Refusal }) {
  const { refusals, common } = wordsFor(refusal.locale);
  const [title, sentence] = refusals[refusal.reason];
  return (
    <Layout requestor={requestor} title={title} locale={refusal.locale}>
      <h1>{title}</h1>
      <p>{sentence.replaceAll('Click to Pay', requestor.consumerFacingEntityName)}</p>
      {refusal.returnTo ? (
        <a class="button" href={refusal.returnTo}>
          {common.backTo(refusal.bankName ?? common.yourBank)}
        </a>
      ) : (
        <p>{common.closePage}</p>
      )}
    </Layout>
  );
}
