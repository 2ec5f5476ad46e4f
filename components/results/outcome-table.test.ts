import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderOutcome } from '@/lib/demo/outcomes.demo';
import { leave } from '@/lib/enrollment/leave';
import { loadOutcome } from '@/lib/enrollment/enrollment-view';
import { receiveReturn } from '@/lib/enrollment/receive-return';
import { mdes } from '@/lib/mdes/mdes';
import { openTestDatabase } from '@/lib/testing/database';
import { enrollmentNow, push } from '@/lib/testing/journey';
import { sandboxControl, withSandbox } from '@/lib/testing/portal-under-test';
import { addTestCustomer, type TestCustomer } from '@/lib/testing/test-customer';
import { ensureLogo } from '@/lib/token-requestors/logo';
import { eligibilityOf, tokenRequestorView } from '@/lib/token-requestors/token-requestors-view';
import words from '@/messages/en/journey.json';
import type { Outcome, PortalShows } from '@/sandbox/scenarios/outcome';
import { OUTCOMES } from '@/sandbox/scenarios/outcomes';
import { TestBrowser } from '@/sandbox/testing/test-browser';
import { headlineOf } from './headline';

/**
 * The table of outcomes, row by row, through the real portal and the real sandbox over a real socket: by the test card and by an
 * order for one card, the same state is stored and the same words are shown.
 */
withSandbox();
let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());

const BACK = 'Return to Partner Bank';

/** The sandbox of the tests gives up a held call after a second, before the portal does. */
const GIVEN_UP: Readonly<Record<string, Partial<PortalShows>>> = { stall: { failure: 'unavailable' } };

async function codeFor(receipt: string): Promise<string> {
  const answer = await fetch(`${sandboxControl.origin()}/__sandbox/messages?receipt=${receipt}`);
  return ((await answer.json()) as { messages: { code: string }[] }).messages[0]?.code ?? '';
}

/** A link that leads home is not followed: its address is what counts. */
async function ask(request: Request, origin: string): Promise<Response> {
  if (request.url.startsWith(origin)) return fetch(request, { redirect: 'manual' });
  return new Response(null, { status: 303, headers: { location: request.url } });
}

/** Through Click to Pay's pages as a person would go: contact is shared, the code is typed, then the link home. */
async function visit(customer: TestCustomer, url: string, receipt: string): Promise<string | undefined> {
  const origin = sandboxControl.origin();
  const browser = new TestBrowser({ fetch: (request) => ask(request, origin) }, origin);
  const home = () => (browser.page.url.startsWith(origin) ? undefined : browser.page.url);
  await browser.open(url);
  if (browser.page.html.includes('/code"')) await browser.submit('/code', { code: await codeFor(receipt) });
  else if (browser.page.html.includes('/continue"')) await browser.submit('/continue');
  await browser.click(BACK);
  if (home() === undefined && browser.heading === 'We are still busy') {
    await customer.advance(15 * 60 + 1);
    await browser.click(BACK);
  }
  return home();
}

/** One card, from the choice to the results page. */
async function walk(customer: TestCustomer): Promise<PortalShows> {
  const enrollmentId = await push(customer);
  const pushed = await enrollmentNow(customer, enrollmentId);
  if (pushed.state === 'pushed') {
    const { url, flow } = await leave(customer.actor, enrollmentId, undefined);
    const home = await visit(customer, url, pushed.cards[0]?.receipt ?? '');
    if (home !== undefined) await receiveReturn({ query: new URL(home).search, actor: customer.actor, flow });
  }
  const view = await loadOutcome(customer.actor, enrollmentId);
  const { failure } = view;
  return {
    state: view.state,
    card: view.cards[0]?.outcome ?? '',
    ...(failure === null ? {} : { failure }),
    headline: headlineOf(view).key,
  };
}

async function byCard({ code = '' }: Outcome): Promise<PortalShows> {
  return walk(await addTestCustomer([{ outcome: code }]));
}

async function byOrder({ name }: Outcome): Promise<PortalShows> {
  const customer = await addTestCustomer();
  const [card = ''] = customer.cardIds;
  const answer = await orderOutcome({ outcome: name, customer: customer.username, card });
  expect(answer).toMatchObject({ status: 201 });
  return walk(customer);
}

/** A good call between rows of silence: five in a row would open the circuit for all that follow (RE-01). */
function fairWeather() {
  const accountRanges = [`5123450${String(randomInt(100)).padStart(2, '0')}`];
  return mdes().getEligibleTokenRequestors({ requestId: String(randomInt(2 ** 40)), accountRanges });
}

describe('every row of the table of outcomes', () => {
  // Somebody was here before: rows that hand out a stranger's receipt need one.
  beforeAll(async () => {
    await push(await addTestCustomer());
  });
  const rows = OUTCOMES.flatMap((row) => (row.portal ? [{ ...row, portal: row.portal }] : []));

  it.each(rows)('$name: by card and by order the portal shows what the table says', async (row) => {
    await fairWeather();
    const expected = { ...row.portal, ...GIVEN_UP[row.name] };
    expect(Object.keys(words.results.headline)).toContain(expected.headline);
    const [card, order] = await Promise.all([byCard(row), byOrder(row)]);
    expect({ card, order }).toEqual({ card: expected, order: expected });
  });
});

const EVERYBODY = 6;
const ODD = /[\p{Cc}\p{Cf}]/u;

/** Who takes the cards of this customer, as the pages are told. */
async function offered(customer: TestCustomer) {
  const { cards, eligibility } = await eligibilityOf(customer.actor.customer.id);
  const { status, requestors } = eligibility;
  return {
    status,
    requestors,
    views: requestors.map((one) => tokenRequestorView(one, cards, customer.actor.clock())),
  };
}

async function ordered(outcome: string, more: { call?: string } = {}): Promise<TestCustomer> {
  const customer = await addTestCustomer([{ ownRange: true }]);
  expect(await orderOutcome({ outcome, customer: customer.username, ...more })).toMatchObject({
    status: 201,
  });
  return customer;
}

describe('rows before a card number is known, for one customer', () => {
  it('F30: the list is empty, without Click to Pay, long, or full of hostile names; a neighbour sees the true one', async () => {
    const [nobody, without, many, names, neighbour] = await Promise.all([
      ordered('nobody-eligible').then(offered),
      ordered('click-to-pay-not-eligible').then(offered),
      ordered('many-requestors').then(offered),
      ordered('hostile-names').then(offered),
      addTestCustomer([{ ownRange: true }]).then(offered),
    ]);
    expect(nobody).toMatchObject({ status: 'fresh', requestors: [] });
    expect(without.views.filter(({ isClickToPay }) => isClickToPay)).toEqual([]);
    expect(without.views).toHaveLength(neighbour.views.length - 1);
    expect(many.views.length).toBeGreaterThan(500);
    expect(names.requestors.some(({ consumerFacingEntityName: name }) => ODD.test(name))).toBe(true);
    expect(names.views.filter(({ name }) => ODD.test(name))).toEqual([]);
    expect(neighbour.views.length).toBeLessThanOrEqual(EVERYBODY);
    expect(neighbour.views.filter(({ isClickToPay }) => isClickToPay)).toHaveLength(1);
  });

  it.each(['status-500', 'html', 'truncated', 'huge', 'deep-json', 'gateway-401', 'reset-mid-body'])(
    'F06, F13: %s leaves the list unavailable for this customer alone',
    async (outcome) => {
      expect((await offered(await ordered(outcome, { call: 'eligible' }))).status).toBe('unavailable');
      expect((await offered(await addTestCustomer([{ ownRange: true }]))).status).toBe('fresh');
    },
  );

  it.each(OUTCOMES.filter(({ hop }) => hop === 'logo').map(({ name }) => name))(
    'F31: %s: no picture that could do harm, and the neighbour’s is there',
    async (outcome) => {
      const customer = await ordered(outcome);
      const { requestors } = await offered(customer);
      const logo = await ensureLogo(requestors[0]?.imageAssetId ?? '');
      // What a picture is, its bytes say: an inert one under a wrong name is shown.
      expect(logo?.type ?? null).toBe(outcome === 'logo-wrong-type' ? 'image/svg+xml' : null);
      const neighbour = await offered(await addTestCustomer([{ ownRange: true }]));
      expect((await ensureLogo(neighbour.requestors[0]?.imageAssetId ?? ''))?.type).toBe('image/svg+xml');
    },
  );
});
