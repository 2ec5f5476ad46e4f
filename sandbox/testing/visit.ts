import type { Sandbox } from '@/sandbox/create-sandbox';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import { TestBrowser } from './test-browser';
import { ORIGIN, pushCards, receiptsIn } from './test-sandbox';

let serial = 0;
/** A card of its own with this outcome. */
export const freshCard = (outcome: string, product = '0') => testCardNumber(product, outcome, (serial += 1));

export interface Arrival {
  readonly browser: TestBrowser;
  readonly receipts: readonly string[];
  readonly signature: string;
}

interface ArriveOptions {
  readonly holder?: object | null;
  /** Members of `signatureData` that differ. */
  readonly signatureData?: object;
  readonly browser?: TestBrowser;
  readonly query?: string;
}

const SIGNATURE_DATA = {
  callbackURL: 'http://localhost:3000/tokenization-results?state=7',
  completeIssuerAppActivation: false,
  completeWebsiteActivation: false,
  accountHolderDataSupplied: true,
  locale: 'en_US',
};

/** Pushes cards with these outcomes, or these very numbers, and opens Click to Pay with them. */
export async function arrive(
  sandbox: Sandbox,
  cards: readonly string[],
  { holder, signatureData = {}, browser = new TestBrowser(sandbox), query }: ArriveOptions = {},
): Promise<Arrival> {
  const numbers = cards.map((card) => (card.length === 3 ? freshCard(card) : card));
  const more = { signatureData: { ...SIGNATURE_DATA, ...signatureData } };
  const answer = await pushCards(sandbox, numbers, more, holder);
  const signature = answer.signature ?? '';
  await browser.open(`/provision?pushAccountData=${signature}${query ?? '&locale=en_US&extFlow=true'}`);
  return { browser, receipts: receiptsIn(answer), signature };
}

/** The newest code that Click to Pay sent for this receipt, or to this e-mail address. */
export async function newestCode(
  sandbox: Sandbox,
  of: { receipt?: string; email?: string },
): Promise<string> {
  const query = new URLSearchParams(of).toString();
  const response = await sandbox.fetch(new Request(`${ORIGIN}/__sandbox/messages?${query}`));
  const { messages } = (await response.json()) as { messages: { code: string }[] };
  return messages[0]?.code ?? '';
}

/** What the bank is told of one receipt. */
export const resultsAt = (url: string, receipt: string | undefined): readonly string[] =>
  new URL(url).searchParams.getAll(`results[${receipt}]`);
