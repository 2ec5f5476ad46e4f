/** @jsxImportSource hono/jsx */
import type { Receipt } from '@/sandbox/store/records';
import type { RefusalReason, Refusal } from './hand-over';
import type { JourneyView } from './journey-pages';
import { Layout } from './layout';
import { CancelForm, CardEnding, CardPills, Icon } from './parts';

type Tone = 'good' | 'next' | 'bad';
type Line = readonly [
  words: string,
  detail: string,
  icon: 'tick' | 'twice' | 'arrow' | 'cross' | 'question',
  tone: Tone,
];

const LINES: Readonly<Record<string, Line>> = {
  APPROVED: ['added', 'Ready to use', 'tick', 'good'],
  DUPLICATE_REQUEST: ['already here', 'Nothing changed', 'twice', 'good'],
  REQUIRE_ADDITIONAL_AUTHENTICATION: [
    'one more step',
    'Still to do: check it’s you with your bank',
    'arrow',
    'next',
  ],
  DECLINED: ['not added', 'We could not take this card', 'cross', 'bad'],
  ERROR: ['not added', 'Something failed on our side', 'cross', 'bad'],
  CANCELLED: ['not added', 'You left before it was done', 'cross', 'bad'],
};
const UNKNOWN: Line = ['not clear yet', 'We cannot say what became of it', 'question', 'next'];

function lineOf(results: readonly string[] | undefined): Line {
  const word = results?.[0]?.split('|')[0] ?? '';
  return (Object.hasOwn(LINES, word) ? LINES[word] : undefined) ?? UNKNOWN;
}

function ReturnLink({ href, bankName }: { href: string; bankName: string }) {
  return <a class="button" href={href}>{`Return to ${bankName}`}</a>;
}

function ResultList({ receipts }: { receipts: readonly Receipt[] }) {
  return (
    <ul class="results">
      {receipts.map(({ last4, results }) => {
        const [words, detail, icon, tone] = lineOf(results);
        return (
          <li>
            <span class={tone}>
              <Icon name={icon} />
            </span>
            <span>
              <b>
                <CardEnding last4={last4} />
              </b>
              {`, ${words}`}
              <small>{detail}</small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What became of each card. "Added" is said here, before the way back (seed page, step 4). */
export function DonePage({ view }: { view: JourneyView }) {
  const { journey, receipts } = view;
  const added = receipts.filter(({ results }) => results?.[0]?.startsWith('APPROVED') === true);
  const [only] = added;
  const fine = receipts.some(({ results }) => lineOf(results)[3] === 'good');
  const title =
    added.length > 1
      ? `${added.length} cards added`
      : only
        ? `Card ${only.last4} added`
        : fine
          ? 'Already in Click to Pay'
          : 'No card was added';
  return (
    <Layout title={title} locale={journey.locale}>
      <div class="seal">
        <Icon name={fine ? 'tick' : 'question'} size={38} weight={2.6} />
      </div>
      <h1>
        {added.length === 1 && only ? (
          <>
            Card <CardEnding last4={only.last4} /> added
          </>
        ) : (
          title
        )}
      </h1>
      <p class="lead">
        {added.length > 0
          ? 'Added and ready. Look for Click to Pay at checkout. No typing, just your e-mail.'
          : fine
            ? 'Nothing to do: you can use it at checkout.'
            : `Nothing was charged or changed. ${journey.bankName} can tell you what to do next.`}
      </p>
      <ResultList receipts={receipts} />
      <ReturnLink href={`/provision/${journey.id}/return`} bankName={journey.bankName} />
    </Layout>
  );
}

/** Too many wrong codes. The person is not stuck: back with nothing added, or cancel. */
export function LockedPage({ view }: { view: JourneyView }) {
  const { journey, receipts } = view;
  return (
    <Layout title="That was the last try" locale={journey.locale}>
      <h1>That was the last try</h1>
      <p class="lead">
        The code was wrong three times, so we stopped here to keep your profile safe. Nothing was added.
      </p>
      <CardPills receipts={receipts} />
      <ReturnLink href={`/provision/${journey.id}/return`} bankName={journey.bankName} />
      <CancelForm journeyId={journey.id} bankName={journey.bankName} />
    </Layout>
  );
}

/** Seen by someone who comes back to this tab after a cancel. */
export function CancelledPage({ view }: { view: JourneyView }) {
  const { journey } = view;
  return (
    <Layout title="Cancelled" locale={journey.locale}>
      <h1>You left before it was done</h1>
      <p class="lead">{`Nothing was added. Start again from ${journey.bankName} whenever you like.`}</p>
      <ReturnLink href={`/provision/${journey.id}/return`} bankName={journey.bankName} />
    </Layout>
  );
}

const REFUSALS: Readonly<Record<RefusalReason, { title: string; sentence: string; status: number }>> = {
  'nothing-handed-over': {
    title: 'Nothing was handed over',
    sentence: 'This page works only when your bank sends you here with a card.',
    status: 400,
  },
  unsigned: {
    title: 'This hand-over is not signed',
    sentence:
      'Click to Pay takes cards only with Mastercard’s signature on the slip, and this one has none. Nothing was added.',
    status: 400,
  },
  malformed: {
    title: 'We cannot read this hand-over',
    sentence: 'The slip is damaged or incomplete. Nothing was added.',
    status: 400,
  },
  'unknown-key': {
    title: 'We do not know this signature',
    sentence: 'The slip is signed with a key that we do not know. Nothing was added.',
    status: 400,
  },
  'bad-signature': {
    title: 'This hand-over was changed on the way',
    sentence: 'The signature does not fit the slip, so we stopped. Nothing was added.',
    status: 400,
  },
  'unknown-receipt': {
    title: 'We do not know this receipt',
    sentence: 'Nothing is waiting here under this receipt. Nothing was added.',
    status: 404,
  },
  'other-requestor': {
    title: 'This receipt is meant for someone else',
    sentence: 'Your bank prepared it for another shop or wallet. Nothing was added.',
    status: 400,
  },
  'too-many': {
    title: 'Too many cards at once',
    sentence: 'This hand-over carries more cards than can be taken together. Nothing was added.',
    status: 400,
  },
  'callback-differs': {
    title: 'The way back was changed',
    sentence: 'The return address is not the one your bank gave. Nothing was added.',
    status: 400,
  },
  expired: {
    title: 'This hand-over has expired',
    sentence: 'Slips work for a few minutes only. Go back to your bank and start again. Nothing was added.',
    status: 200,
  },
  used: {
    title: 'This hand-over was already used',
    sentence: 'What you started with it is done. You can go back to your bank.',
    status: 200,
  },
};

/** Status and words of a refusal. */
export function refusalWords(reason: RefusalReason): { title: string; sentence: string; status: number } {
  return REFUSALS[reason];
}

/** A hand-over that ends here, with a way back only where that is safe. */
export function RefusalPage({ refusal }: { refusal: Refusal }) {
  const { title, sentence } = REFUSALS[refusal.reason];
  return (
    <Layout title={title} locale={refusal.locale}>
      <h1>{title}</h1>
      <p class="lead">{sentence}</p>
      {refusal.returnTo ? (
        <ReturnLink href={refusal.returnTo} bankName={refusal.bankName ?? 'your bank'} />
      ) : (
        <p class="lead">Close this page and open your bank’s site yourself.</p>
      )}
    </Layout>
  );
}
