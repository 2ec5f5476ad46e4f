import { describe, expect, it } from 'vitest';
import type { Sandbox } from '@/sandbox/create-sandbox';
import { OUTCOMES } from '@/sandbox/scenarios/outcomes';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import { account, encrypt } from '@/sandbox/testing/test-bank';
import { TestBrowser } from '@/sandbox/testing/test-browser';
import { encryptionKeys } from '@/sandbox/testing/test-keys';
import {
  call,
  certificateFingerprint,
  CONSUMER_KEY,
  ORIGIN,
  PUSH,
  pushBody,
  pushCards,
  receiptsIn,
  testSandbox,
} from '@/sandbox/testing/test-sandbox';

const CARD = testCardNumber('0', '000', 4417);
const OTHER = testCardNumber('0', '000', 4418);
const ELIGIBLE = '/connect/1/0/getEligibleTokenRequestors';
const ASSET = '/issuer-assets/1/0/asset/tokenrequestor/0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0001';
const asking = (...accountRanges: string[]) => JSON.stringify({ requestId: 'r', accountRanges });
const ASKING = asking('512345000');
const OWN = CARD.slice(0, 15);

async function control(sandbox: Sandbox, method: string, path: string, body?: unknown) {
  const response = await sandbox.fetch(
    new Request(`${ORIGIN}/__sandbox/v1${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const order = (sandbox: Sandbox, outcome: string, more: object = {}) =>
  control(sandbox, 'POST', '/outcomes', { outcome, ...more });
const eligible = async (sandbox: Sandbox, body = ASKING) =>
  (await call(sandbox, 'POST', ELIGIBLE, body)).status;
const pushStatus = async (sandbox: Sandbox, number = CARD) =>
  (await call(sandbox, 'POST', PUSH, JSON.stringify(pushBody([account(number)])))).status;

/** Names a customer as a bank does: the numbers travel encrypted. */
function name(sandbox: Sandbox, customer: string, cards: readonly { number: string; range?: string }[]) {
  const list = cards.map(({ number, range }, i) => ({
    card: `card-${i + 1}`,
    accountNumber: number,
    accountRange: range ?? '512345000',
  }));
  const encryptedPayload = encrypt(list, {
    publicKey: encryptionKeys().publicKey,
    fingerprint: certificateFingerprint(),
  });
  return control(sandbox, 'PUT', `/customers/${customer}`, { encryptedPayload, email: 'Maya@example.com' });
}
async function wayBack(sandbox: Sandbox, number: string): Promise<string> {
  const browser = new TestBrowser(sandbox);
  await browser.open(`/provision?pushAccountData=${(await pushCards(sandbox, [number])).signature}`);
  await browser.submit('/continue');
  await browser.click('Return to Partner Bank');
  return decodeURIComponent(browser.page.url);
}

describe('an order', () => {
  it('for nobody in particular is the next call’s, and spoils no other call', async () => {
    const sandbox = testSandbox();
    expect((await order(sandbox, 'status-500', { call: 'eligible' })).status).toBe(201);
    expect((await call(sandbox, 'GET', ASSET, '')).status).toBe(200);
    expect([await pushStatus(sandbox), await eligible(sandbox), await eligible(sandbox)]).toEqual([
      200, 500, 200,
    ]);
  });

  it('matches by client, account range, last four digits and asset, so often as it says, until it is taken back', async () => {
    const sandbox = testSandbox();
    const statuses = async () => [
      await eligible(sandbox),
      (await call(sandbox, 'GET', ASSET, '')).status,
      await pushStatus(sandbox),
    ];
    await order(sandbox, 'status-500', { call: 'eligible', accountRange: '512345100' });
    await order(sandbox, 'status-500', { call: 'asset', assetId: 'other' });
    await order(sandbox, 'status-500', { last4: '0000' });
    await order(sandbox, 'status-500', { last4: CARD.slice(-4), accountRange: '512345100' });
    await order(sandbox, 'status-500', { consumerKey: 'somebody', last4: '0000' });
    expect(await statuses()).toEqual([200, 200, 200]);
    await order(sandbox, 'status-500', { call: 'eligible', accountRange: '512345000', times: 'always' });
    await order(sandbox, 'status-500', { call: 'asset', assetId: ASSET.split('/').pop() });
    await order(sandbox, 'status-500', { last4: CARD.slice(-4), accountRange: '512345000', times: 2 });
    expect(await statuses()).toEqual([500, 500, 500]);
    expect(await statuses()).toEqual([500, 500, 500]);
    expect(await statuses()).toEqual([500, 500, 200]);
    await control(sandbox, 'DELETE', '/outcomes');
    expect(await statuses()).toEqual([200, 200, 200]);
  });

  it('for another client is not played', async () => {
    const sandbox = testSandbox();
    await order(sandbox, 'status-500', { consumerKey: 'somebody', times: 'always' });
    expect(await pushStatus(sandbox)).toBe(200);
    await order(sandbox, 'status-500', { consumerKey: CONSUMER_KEY });
    expect(await pushStatus(sandbox)).toBe(500);
  });

  it('for a customer or one of their cards disturbs nobody else', async () => {
    const sandbox = testSandbox();
    await name(sandbox, 'maya', [{ number: CARD }]);
    await name(sandbox, 'tom', [{ number: OTHER }]);
    await order(sandbox, 'gateway-403', { customer: 'maya' });
    await order(sandbox, 'declined', { customer: 'tom', card: 'card-1' });
    expect([await pushStatus(sandbox, CARD), await pushStatus(sandbox, OTHER)]).toEqual([403, 200]);
    expect(await wayBack(sandbox, OTHER)).toContain('=DECLINED');
    expect((await control(sandbox, 'DELETE', '/outcomes?customer=maya')).body).toEqual({ removed: 1 });
    expect(await pushStatus(sandbox, CARD)).toBe(200);
    expect(await wayBack(sandbox, OTHER)).toContain('=DECLINED');
  });

  it('reaches a card that has its receipt already', async () => {
    const sandbox = testSandbox();
    await name(sandbox, 'maya', [{ number: CARD }]);
    const browser = new TestBrowser(sandbox);
    await browser.open(`/provision?pushAccountData=${(await pushCards(sandbox, [CARD])).signature}`);
    expect((await order(sandbox, 'technical-error', { customer: 'maya', times: 1 })).body).toMatchObject({
      receipts: 1,
    });
    await browser.submit('/continue');
    await browser.click('Return to Partner Bank');
    expect(decodeURIComponent(browser.page.url)).toContain('=ERROR');
    expect(await wayBack(sandbox, CARD)).toContain('=APPROVED|');
  });

  it('for the eligibility and the logos of a customer needs ranges of their own, and then nobody else sees it', async () => {
    const sandbox = testSandbox();
    await name(sandbox, 'tom', [{ number: OTHER }]);
    const refused = await order(sandbox, 'nobody-eligible', { customer: 'tom' });
    expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('ownRange') } });
    await name(sandbox, 'maya', [{ number: CARD, range: OWN }]);
    await order(sandbox, 'logo-hostile-svg', { customer: 'maya' });
    const logos = async (range: string) => {
      const list = (await (await call(sandbox, 'POST', ELIGIBLE, asking(range))).json()) as {
        tokenRequestors: { imageAssetId: string }[];
      };
      return list.tokenRequestors.map(({ imageAssetId }) => imageAssetId);
    };
    const path = (id: string | undefined) => `/issuer-assets/1/0/asset/tokenrequestor/${id ?? ''}`;
    const [shared] = await logos('512345000');
    const [own] = await logos(OWN);
    expect(own).not.toBe(shared);
    const svg = async (id: string | undefined) =>
      Buffer.from(
        (
          (await (await call(sandbox, 'GET', path(id), '')).json()) as { mediaContents: { data: string }[] }
        ).mediaContents.at(-1)?.data ?? '',
        'base64',
      ).toString();
    expect(await svg(own)).toContain('<script>');
    expect(await svg(shared)).not.toContain('<script>');
    await order(sandbox, 'nobody-eligible', { customer: 'maya' });
    expect([(await logos(OWN)).length, (await logos('512345000')).length]).toEqual([0, 6]);
  });

  it('leaves no receipt behind when it stands in for the answer, and tells the journal', async () => {
    const sandbox = testSandbox();
    await order(sandbox, 'gateway-401');
    await pushCards(sandbox, [CARD], { requestId: 'lost' });
    const { entries } = (await control(sandbox, 'GET', '/journal')).body as {
      entries: { fault: string; receipts?: unknown }[];
    };
    expect(entries[0]).toMatchObject({ fault: 'gateway-401' });
    expect(entries[0]?.receipts).toBeUndefined();
  });

  it.each([
    [
      { outcome: 'declind' },
      { didYouMean: 'declined', outcomes: expect.arrayContaining(['added', 'stall']) },
    ],
    [{ outcome: 'declined', call: 'push' }, { error: expect.stringContaining('spoils no call') }],
    [{ outcome: 'busy-once', call: 'asset' }, { error: expect.stringContaining('push') }],
    [
      { outcome: 'delay', args: { seconds: 3 } },
      { error: expect.stringContaining('it takes ms (milliseconds)') },
    ],
    [{ outcome: 'added', customer: 'nobody' }, { error: expect.stringContaining('PUT customers/nobody') }],
    [{ outcome: 'added', card: 'card-1' }, { error: expect.stringContaining('add "customer"') }],
    [{ outcome: 'added', last4: CARD }, { error: expect.stringContaining('last4') }],
    [{ outcome: 'added', pan: CARD }, { error: expect.stringContaining('not understood') }],
    [{ outcome: 'added', times: 0 }, { error: expect.stringContaining('times') }],
  ])('%j is refused with what may help', async (body, answer) => {
    const refused = await control(testSandbox(), 'POST', '/outcomes', body);
    expect(refused).toMatchObject({ status: 400, body: answer });
  });
});

describe('the table as JSON', () => {
  it('holds every row, and orders without a hash of a card', async () => {
    const sandbox = testSandbox();
    await name(sandbox, 'maya', [{ number: CARD }]);
    await order(sandbox, 'declined', { customer: 'maya' });
    const { outcomes, orders } = (await control(sandbox, 'GET', '/outcomes')).body as {
      outcomes: { name: string; digits?: string }[];
      orders: object[];
    };
    expect(outcomes.map((row) => row.name)).toEqual(OUTCOMES.map((row) => row.name));
    expect(outcomes[0]).toMatchObject({ digits: '000', example: testCardNumber('0', '000', 1) });
    expect(orders).toEqual([
      { id: 'o1', outcome: 'declined', for: { customer: 'maya', cards: 1 }, args: {}, times: 'always' },
    ]);
  });
});

describe('a named customer', () => {
  it('is known without a clear number in an answer, and not by a payload for somebody else', async () => {
    const sandbox = testSandbox();
    const named = await name(sandbox, 'maya', [{ number: CARD }]);
    expect(named).toMatchObject({
      status: 200,
      body: { cards: [{ card: 'card-1', last4: CARD.slice(-4) }] },
    });
    expect(JSON.stringify(named.body)).not.toContain(CARD);
    const strange = encrypt([], { publicKey: encryptionKeys().publicKey, fingerprint: 'ab'.repeat(32) });
    expect(await control(sandbox, 'PUT', '/customers/x', { encryptedPayload: strange })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('publicKeyFingerprint') },
    });
  });

  it('has a clock of their own, which can be read', async () => {
    const sandbox = testSandbox();
    await name(sandbox, 'maya', [{ number: CARD }]);
    const [receipt = ''] = receiptsIn(await pushCards(sandbox, [CARD]));
    await control(sandbox, 'POST', '/clock', { customer: 'maya', offsetSeconds: 3_600 });
    await control(sandbox, 'POST', '/clock', { receipts: [receipt], offsetSeconds: 960 });
    const { body } = await control(sandbox, 'GET', '/clock?customer=maya');
    expect(body).toMatchObject({
      offsetSeconds: 3_600,
      receipts: [{ receipt, expired: true, consumed: false }],
    });
    expect((await control(sandbox, 'GET', '/clock?customer=tom')).status).toBe(404);
  });

  it('is forgotten alone: others keep their receipts and orders', async () => {
    const sandbox = testSandbox();
    await name(sandbox, 'maya', [{ number: CARD }]);
    await name(sandbox, 'tom', [{ number: OTHER }]);
    await wayBack(sandbox, CARD);
    const { signature } = await pushCards(sandbox, [OTHER]);
    await order(sandbox, 'declined', { customer: 'tom', times: 5 });
    await order(sandbox, 'declined', { customer: 'maya' });
    expect((await control(sandbox, 'POST', '/reset', { customer: 'maya' })).status).toBe(200);
    expect(await wayBack(sandbox, CARD)).toContain('=APPROVED|');
    const browser = new TestBrowser(sandbox);
    await browser.open(`/provision?pushAccountData=${signature}`);
    await browser.submit('/continue');
    expect(browser.heading).toBe('No card was added');
  });

  it('can be one whom Click to Pay knows', async () => {
    const sandbox = testSandbox();
    await name(sandbox, 'maya', [{ number: CARD }, { number: OTHER }]);
    await control(sandbox, 'POST', '/reset', { state: 'returning-customer', customer: 'maya' });
    const holder = { accountHolderEmailAddress: 'maya@example.com' };
    const browser = new TestBrowser(sandbox);
    const { signature } = await pushCards(sandbox, [CARD, OTHER], {}, holder);
    await browser.open(`/provision?pushAccountData=${signature}`);
    await browser.submit('/continue');
    await browser.click('Return to Partner Bank');
    expect(decodeURIComponent(browser.page.url)).toMatch(/=DUPLICATE_REQUEST&.*=APPROVED\|/);
  });
});
