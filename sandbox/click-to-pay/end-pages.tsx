/** @jsxImportSource hono/jsx */
import type { Receipt } from '@/sandbox/store/records';
import { wordsFor, type Words } from '@/sandbox/words/words';
import type { RefusalReason, Refusal } from './hand-over';
import { CancelForm, type JourneyView } from './journey-frame';
import { Layout } from './layout';
import { AroundCard, CardEnding, CardPills, Icon } from './parts';

type ResultWord = keyof Words['results'];
interface Look {
  readonly icon: 'tick' | 'twice' | 'arrow' | 'cross' | 'question';
  readonly tone: 'good' | 'next' | 'bad';
}

const LOOKS: Readonly<Record<ResultWord, Look>> = {
  APPROVED: { icon: 'tick', tone: 'good' },
  DUPLICATE_REQUEST: { icon: 'twice', tone: 'good' },
  REQUIRE_ADDITIONAL_AUTHENTICATION: { icon: 'arrow', tone: 'next' },
  DECLINED: { icon: 'cross', tone: 'bad' },
  ERROR: { icon: 'cross', tone: 'bad' },
  CANCELLED: { icon: 'cross', tone: 'bad' },
  unknown: { icon: 'question', tone: 'next' },
};

/** The word of a result that the catalogue has a sentence for. */
export function resultWord(results: readonly string[] | undefined): ResultWord {
  const word = results?.[0]?.split('|')[0] ?? '';
  return Object.hasOwn(LOOKS, word) ? (word as ResultWord) : 'unknown';
}

const lookOf = ({ results }: Receipt): Look => LOOKS[resultWord(results)];

function ReturnLink({ href, bankName, locale }: { href: string; bankName: string; locale: string }) {
  return (
    <a class="button" href={href}>
      {wordsFor(locale).common.backTo(bankName)}
    </a>
  );
}

function ResultList({ receipts, locale }: { receipts: readonly Receipt[]; locale: string }) {
  const { results, wallet } = wordsFor(locale);
  return (
    <ul class="results">
      {receipts.map((receipt) => {
        const { icon, tone } = lookOf(receipt);
        const [words, detail] = results[resultWord(receipt.results)];
        return (
          <li>
            <span class={tone}>
              <Icon name={icon} />
            </span>
            <span>
              <b>
                <CardEnding last4={receipt.last4} locale={locale} />
              </b>
              {wallet.cardIs(words)}
              <small>{detail}</small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

type Ending = 'added' | 'already' | 'waiting' | 'none';

function endingOf(receipts: readonly Receipt[]): Ending {
  const words = receipts.map(({ results }) => resultWord(results));
  if (words.includes('APPROVED')) return 'added';
  if (words.includes('DUPLICATE_REQUEST')) return 'already';
  return words.includes('REQUIRE_ADDITIONAL_AUTHENTICATION') ? 'waiting' : 'none';
}

/** What became of each card. "Added" is said here, before the way back (seed page, step 4). */
export function DonePage({ view }: { view: JourneyView }) {
  const { journey, receipts, tools } = view;
  const { locale, bankName } = journey;
  const { done } = wordsFor(locale);
  const added = receipts.filter(({ results }) => resultWord(results) === 'APPROVED');
  const [first] = added;
  const ending = endingOf(receipts);
  const one = added.length === 1 ? first : undefined;
  const title = one
    ? done.oneAdded.replace('{card}', one.last4)
    : ending === 'added'
      ? done.added(added.length)
      : done[ending];
  const lead = {
    added: done.addedLead,
    already: done.alreadyLead,
    waiting: done.waitingLead(bankName),
    none: done.noneLead(bankName),
  }[ending];
  const fine = ending === 'added' || ending === 'already';
  return (
    <Layout title={title} locale={locale} tools={tools}>
      <div class="seal">
        <Icon name={fine ? 'tick' : ending === 'waiting' ? 'arrow' : 'question'} size={38} weight={2.6} />
      </div>
      <h1>{one ? <AroundCard sentence={done.oneAdded} last4={one.last4} locale={locale} /> : title}</h1>
      <p class="lead">{lead}</p>
      <ResultList receipts={receipts} locale={locale} />
      <ReturnLink href={`/provision/${journey.id}/return`} bankName={bankName} locale={locale} />
      {fine ? (
        <a class="button quiet" href={`/shop?locale=${locale}`}>
          {done.shop}
        </a>
      ) : null}
    </Layout>
  );
}

/** Too many wrong codes. The person is not stuck: back with nothing added, or cancel. */
export function LockedPage({ view }: { view: JourneyView }) {
  const { journey, receipts } = view;
  const { locale, bankName } = journey;
  const { code } = wordsFor(locale);
  return (
    <Layout title={code.locked} locale={locale}>
      <h1>{code.locked}</h1>
      <p class="lead">{`${code.lockedLead} ${code.lockedNothing}`}</p>
      <CardPills receipts={receipts} locale={locale} />
      <ReturnLink href={`/provision/${journey.id}/return`} bankName={bankName} locale={locale} />
      <CancelForm journey={journey} />
    </Layout>
  );
}

/** Seen by someone who comes back to this tab after a cancel. */
export function CancelledPage({ view }: { view: JourneyView }) {
  const { locale, bankName, id } = view.journey;
  const { done } = wordsFor(locale);
  return (
    <Layout title={done.cancelled} locale={locale}>
      <h1>{done.cancelledTitle}</h1>
      <p class="lead">{done.cancelledLead(bankName)}</p>
      <ReturnLink href={`/provision/${id}/return`} bankName={bankName} locale={locale} />
    </Layout>
  );
}

const STATUS: Readonly<Partial<Record<RefusalReason, number>>> = {
  'unknown-receipt': 404,
  expired: 200,
  used: 200,
};

/** The HTTP status of a refusal: what somebody merely came too late for is no fault of the request. */
export function refusalStatus(reason: RefusalReason): number {
  return STATUS[reason] ?? 400;
}

/** A hand-over that ends here, with a way back only where that is safe. */
export function RefusalPage({ refusal }: { refusal: Refusal }) {
  const { locale, returnTo, bankName } = refusal;
  const { refusals, common } = wordsFor(locale);
  const [title, sentence] = refusals[refusal.reason];
  return (
    <Layout title={title} locale={locale}>
      <h1>{title}</h1>
      <p class="lead">{sentence}</p>
      {returnTo ? (
        <ReturnLink href={returnTo} bankName={bankName ?? common.yourBank} locale={locale} />
      ) : (
        <p class="lead">{common.closePage}</p>
      )}
    </Layout>
  );
}
