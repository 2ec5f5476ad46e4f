import { PaperBrowser } from './paper-browser.mjs';

/** What the journeys do in turn: the digits of a test card, and what the person does at Click to Pay. */
export const KINDS = [
  { outcome: '000', does: 'adds' },
  { outcome: '101', does: 'adds with a code' },
  { outcome: '201', does: 'adds' },
  { outcome: '203', does: 'adds' },
  { outcome: '000', does: 'cancels' },
];

async function json(address, init) {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${response.status} at ${address}`);
  return response.json();
}

const digits = (text) => /\d{3}\s?\d{3}/.exec(text)?.[0].replace(/\s/g, '') ?? '';

/** Where a journey can be interrupted, in order. */
export const HOPS = [
  'signed in',
  'review',
  'code',
  'leaving',
  'at Click to Pay',
  'before the return',
  'results',
];

/** Click to Pay's side. @param {PaperBrowser} browser @param {(hop: string) => Promise<void>} reached */
async function atClickToPay(browser, { does, email, sandbox, reached }) {
  if (does === 'cancels') return browser.press(/^Cancel/);
  if (does === 'adds with a code') {
    const { messages } = await json(`${sandbox}/__sandbox/messages?email=${encodeURIComponent(email)}`);
    await browser.press(/^Continue/, { code: messages[0].code });
  } else {
    await browser.press(/^Continue/);
  }
  await reached('before the return');
  return browser.follow(/^Return to/);
}

/**
 * One person's whole way over HTTP, without scripts: a customer of their own, signing in, review, code, Click to Pay,
 * return, results.
 * @param {{ portal: string, sandbox: string }} at
 * @param {typeof KINDS[number]} kind
 * @param {(hop: string) => Promise<void>} [reached] called at each hop and waited for
 * @returns {Promise<string>} the heading of the results, once they are known to be about this person's card
 */
export async function journey({ portal, sandbox }, kind, reached = async () => undefined) {
  const body = JSON.stringify({ cards: [{ outcome: kind.outcome }] });
  const headers = { 'content-type': 'application/json', origin: portal };
  const customer = await json(`${portal}/api/demo/customers`, { method: 'POST', headers, body });
  const [card] = customer.cards;
  const browser = new PaperBrowser();
  await browser.open(`${portal}/login`);
  await browser.press(/^Sign in$/, { username: customer.username, password: customer.password });
  await reached('signed in');
  await browser.press(new RegExp(`ending ${card.last4} to Click to Pay$`));
  await reached('review');
  await browser.press(/^Agree and get a code$/, Object.fromEntries(browser.checkboxes()));
  await reached('code');
  const sent = await json(`${portal}/api/demo/messages?customer=${customer.username}`);
  await browser.press(/^Confirm$/, { code: digits(sent.messages[0].text) });
  await reached('leaving');
  await browser.press(/^Continue to Click to Pay/);
  await reached('at Click to Pay');
  await atClickToPay(browser, { does: kind.does, email: customer.email, sandbox, reached });
  const { pathname } = new URL(browser.url);
  if (!pathname.startsWith('/tokenization-results/')) throw new Error(`ended at ${pathname}`);
  if (!browser.html.includes(card.last4))
    throw new Error(`the results do not show the card ending ${card.last4}`);
  await reached('results');
  await browser.open(browser.url);
  return browser.heading;
}
