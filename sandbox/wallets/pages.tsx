/** @jsxImportSource hono/jsx */
import { StyleSheet } from '@/sandbox/pages/style-sheet';
import type { PropsWithChildren } from 'hono/jsx';
import type { Refusal } from '@/sandbox/click-to-pay/hand-over';
import { refusalWords } from '@/sandbox/click-to-pay/end-pages';
import { languageTag } from '@/sandbox/click-to-pay/layout';
import type { Journey, Receipt } from '@/sandbox/store/records';
import type { TokenRequestor } from '@/sandbox/token-connect/token-requestors';

function Layout({
  requestor,
  title,
  locale,
  children,
}: PropsWithChildren<{ requestor: TokenRequestor; title: string; locale: string }>) {
  const tag = languageTag(locale);
  return (
    <html lang={tag} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${requestor.consumerFacingEntityName} (sandbox)`}</title>
        <link rel="icon" href={`/assets/${requestor.tokenRequestorId}.svg`} type="image/svg+xml" />
        <StyleSheet name="wallet" />
      </head>
      <body {...(tag.startsWith('en') ? {} : { lang: 'en' })}>
        <header>
          <p class="strip">{`Sandbox. This page stands in for ${requestor.consumerFacingEntityName}.`}</p>
          <div class="brand">
            <img src={`/assets/${requestor.tokenRequestorId}.svg`} alt="" width="40" height="40" />
            {requestor.consumerFacingEntityName}
          </div>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}

const WORDS: Readonly<Record<string, string>> = {
  APPROVED: 'saved',
  DUPLICATE_REQUEST: 'saved before, nothing changed',
  REQUIRE_ADDITIONAL_AUTHENTICATION: 'one more step at your bank',
  DECLINED: 'not taken',
  ERROR: 'not saved, something failed here',
  CANCELLED: 'not saved',
};

function resultWords(results: readonly string[] | undefined): string {
  const word = results?.[0]?.split('|')[0] ?? '';
  return (Object.hasOwn(WORDS, word) ? WORDS[word] : undefined) ?? 'not clear yet';
}

function Card({ receipt, words }: { receipt: Receipt; words?: string }) {
  return (
    <li>
      Card <span aria-hidden="true">•••• </span>
      <span class="hidden">ending in </span>
      {receipt.last4}
      {words ? `, ${words}` : ''}
    </li>
  );
}

interface View {
  readonly requestor: TokenRequestor;
  readonly journey: Journey;
  readonly receipts: readonly Receipt[];
  /** Where this requestor's forms go. */
  readonly path: string;
}

/** One question: save this card here? */
export function AskPage({ requestor, journey, receipts, path }: View) {
  const name = requestor.consumerFacingEntityName;
  const title = receipts.length === 1 ? 'Save this card?' : 'Save these cards?';
  return (
    <Layout requestor={requestor} title={title} locale={journey.locale}>
      <h1>{title}</h1>
      <p>{`${journey.bankName} sent it, so that you can pay at ${name} without typing.`}</p>
      <ul>
        {receipts.map((receipt) => (
          <Card receipt={receipt} />
        ))}
      </ul>
      <form method="post" action={`${path}/${journey.id}/approve`}>
        <button class="button" type="submit">
          {receipts.length === 1 ? 'Save card' : 'Save cards'}
        </button>
      </form>
      <form method="post" action={`${path}/${journey.id}/cancel`}>
        <button class="button quiet" type="submit">{`Cancel, back to ${journey.bankName}`}</button>
      </form>
    </Layout>
  );
}

/** What became of the cards. */
export function EndPage({ requestor, journey, receipts, path }: View) {
  const saved = receipts.some(({ results }) => results?.[0]?.startsWith('APPROVED') === true);
  const title = saved ? 'Card saved' : 'All done';
  return (
    <Layout requestor={requestor} title={title} locale={journey.locale}>
      <h1>{title}</h1>
      <ul>
        {receipts.map((receipt) => (
          <Card receipt={receipt} words={resultWords(receipt.results)} />
        ))}
      </ul>
      <a class="button" href={`${path}/${journey.id}/return`}>{`Return to ${journey.bankName}`}</a>
    </Layout>
  );
}

/** A hand-over that ends here. */
export function WalletRefusalPage({ requestor, refusal }: { requestor: TokenRequestor; refusal: Refusal }) {
  const { title, sentence } = refusalWords(refusal.reason);
  return (
    <Layout requestor={requestor} title={title} locale={refusal.locale}>
      <h1>{title}</h1>
      <p>{sentence.replaceAll('Click to Pay', requestor.consumerFacingEntityName)}</p>
      {refusal.returnTo ? (
        <a class="button" href={refusal.returnTo}>{`Return to ${refusal.bankName ?? 'your bank'}`}</a>
      ) : (
        <p>Close this page and open your bank’s site yourself.</p>
      )}
    </Layout>
  );
}
