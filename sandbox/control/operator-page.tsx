/** @jsxImportSource hono/jsx */
import { StyleSheet } from '@/sandbox/pages/style-sheet';
import { OUTCOMES } from '@/sandbox/scenarios/outcomes';
import { testCardNumber, testCardProducts } from '@/sandbox/scenarios/test-cards';
import type { RegisteredClient } from '@/sandbox/store/clients';
import type { Order } from './order';
import type { JournalEntry } from './journal';

const OPERATIONS: Readonly<Record<JournalEntry['op'], string>> = {
  eligible: 'eligible',
  asset: 'asset',
  push: 'push',
  'push-single': 'push (old)',
  'hand-over': 'hand-over',
  return: 'return',
  unknown: 'no operation',
};

function Quote({ title, text }: { title: string; text: string | undefined }) {
  if (text === undefined || text === '') return null;
  return (
    <>
      <h3>{title}</h3>
      <pre tabindex={0}>{text}</pre>
    </>
  );
}

const pretty = (value: unknown): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value, null, 2);
const lines = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

function verdict({ verification }: JournalEntry): string {
  const { passed, failed, hint, baseStringForm, notes } = verification;
  return [
    passed.length > 0 ? `passed: ${passed.join(', ')}` : '',
    failed === undefined ? '' : `failed: ${failed}${hint ? ` (${hint})` : ''}`,
    baseStringForm === undefined
      ? ''
      : `base string: ${baseStringForm === 'rfc5849' ? 'RFC 5849' : 'the signer library’s form'}`,
    ...notes.map((note) => `note: ${note}`),
  ]
    .filter(Boolean)
    .join('\n');
}

/** Who, which cards, and what went wrong, in one line. */
function gist({ client, consumerKey, receipts = [], verification, fault }: JournalEntry): string {
  const who = client ?? consumerKey?.slice(0, 12);
  const cards =
    receipts.length === 0 ? undefined : `${receipts.length} receipt${receipts.length === 1 ? '' : 's'}`;
  const refused = verification.failed && `refused at ${verification.failed}`;
  return [who, cards, refused, fault && `fault ${fault}`].filter(Boolean).join(', ');
}

function Entry({ entry }: { entry: JournalEntry }) {
  const { verification, answer } = entry;
  const fine = verification.failed === undefined && answer.status < 400;
  return (
    <details id={`entry-${entry.id}`}>
      <summary>
        <code>{entry.at.slice(11, 19)}</code>
        <b>{OPERATIONS[entry.op]}</b>
        <span>{gist(entry)}</span>
        <span class={fine ? 'ok' : 'bad'}>{`${answer.status}, ${entry.tookMs} ms`}</span>
      </summary>
      <div class="inside">
        <Quote title="Received" text={`${entry.method} ${entry.url}\n${lines(entry.headers)}`} />
        <Quote title="Body as sent" text={entry.bodyAsSent} />
        <Quote title="Verified" text={verdict(entry)} />
        <Quote title="Base strings" text={pretty(verification.baseStrings)} />
        <Quote title="Decrypted or decoded" text={pretty(entry.bodyDecrypted)} />
        <Quote title="Answered" text={`${answer.status}\n${lines(answer.headers)}\n\n${answer.body}`} />
        <Quote title="Signature in the answer" text={pretty(answer.signature)} />
        <Quote title="Receipts" text={entry.receipts?.join('\n')} />
      </div>
    </details>
  );
}

function Outcomes() {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Digits</th>
          <th scope="col">Example</th>
          <th scope="col">Name</th>
          <th scope="col">Where</th>
          <th scope="col">Outcome</th>
        </tr>
      </thead>
      <tbody>
        {OUTCOMES.map(({ code, name, hop, title, sentence }) => (
          <tr>
            <td>
              <code>{code}</code>
            </td>
            <td>
              <code>{code === undefined ? '' : testCardNumber('0', code, 1)}</code>
            </td>
            <td>
              <code>{name}</code>
            </td>
            <td>{hop}</td>
            <td>
              <b>{title}.</b> {sentence}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface OperatorView {
  readonly entries: readonly JournalEntry[];
  readonly clients: readonly RegisteredClient[];
  readonly orders: readonly Order[];
}

/** What the sandbox received, verified and answered, newest first; every line opens. */
export function OperatorPage({ entries, clients, orders }: OperatorView) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Sandbox journal</title>
        <StyleSheet name="operator" />
        <link rel="icon" href="/assets/50123197928.svg" type="image/svg+xml" />
      </head>
      <body>
        <main>
          <h1>Sandbox of Token Connect and Click to Pay</h1>
          <p>
            {`What came in, what was checked, what went out: the last ${entries.length} of at most 500, newest first. Card numbers are masked. `}
            <a href="/__sandbox/">Read again</a>
          </p>
          <h2>Requests</h2>
          {entries.length === 0 ? (
            <p>Nothing has come in yet.</p>
          ) : (
            entries.map((entry) => <Entry entry={entry} />)
          )}
          <h2>Clients</h2>
          <ul>
            {clients.map(({ name, consumerKey }) => (
              <li>
                {name}: <code>{consumerKey}</code>
              </li>
            ))}
          </ul>
          <h2>Ordered outcomes</h2>
          {orders.length === 0 ? (
            <p>None.</p>
          ) : (
            <ul>
              {orders.map(({ outcome, match, left }) => (
                <li>
                  <b>{outcome.title}</b>
                  {`, for ${match.customer ?? match.last4 ?? match.accountRange ?? 'the next call'}, ${left ?? 'until taken back'}`}
                </li>
              ))}
            </ul>
          )}
          <h2>Test cards</h2>
          <p>{`512345, product (${testCardProducts()
            .map(({ digit, title }) => `${digit} ${title}`)
            .join(', ')}), outcome, five digits of your own, check digit.`}</p>
          <div class="scroll" role="region" aria-label="Test cards" tabindex={0}>
            <Outcomes />
          </div>
        </main>
      </body>
    </html>
  );
}
