import { sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import { TestBrowser } from '@/sandbox/testing/test-browser';
import { otherBankKeys, signingKeys } from '@/sandbox/testing/test-keys';
import { CALLBACK, KEY_ID, ORIGIN, pushCards, receiptsIn, testSandbox } from '@/sandbox/testing/test-sandbox';
import type { Sandbox } from '@/sandbox/create-sandbox';
import type { KeyObject } from 'node:crypto';

const CARD = testCardNumber('0', '000', 1);
const HARBOUR = '50123456789';
const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function forge(header: object, payload: object, key: KeyObject = signingKeys().privateKey): string {
  const signed = `${b64(header)}.${b64(payload)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}
const goodHeader = { alg: 'RS256', kid: KEY_ID };
const payloadFor = (receipts: readonly string[]) => ({
  pushAccountReceipts: receipts,
  callbackURL: CALLBACK,
  completeWebsiteActivation: false,
  accountHolderDataSupplied: true,
  locale: 'en_US',
});

async function visit(sandbox: Sandbox, address: string): Promise<TestBrowser> {
  const browser = new TestBrowser(sandbox);
  await browser.open(address);
  return browser;
}
const signed = (sandbox: Sandbox, jws: string) =>
  visit(sandbox, `/provision?pushAccountData=${jws}&locale=en_US&extFlow=true`);

async function pushed(sandbox = testSandbox()) {
  const answer = await pushCards(sandbox, [CARD]);
  return { sandbox, jws: answer.signature ?? '', receipts: receiptsIn(answer) };
}

describe('Click to Pay verifies the hand-over', () => {
  it.each([
    [
      'alg none',
      (receipts: readonly string[]) => `${b64({ alg: 'none', kid: KEY_ID })}.${b64(payloadFor(receipts))}.`,
      'We cannot read this hand-over',
    ],
    [
      'alg HS256',
      (receipts: readonly string[]) => forge({ alg: 'HS256', kid: KEY_ID }, payloadFor(receipts)),
      'We cannot read this hand-over',
    ],
    [
      'a further header',
      (receipts: readonly string[]) =>
        forge({ ...goodHeader, jku: 'https://evil.example' }, payloadFor(receipts)),
      'We cannot read this hand-over',
    ],
    [
      'another key id',
      (receipts: readonly string[]) => forge({ alg: 'RS256', kid: 'other' }, payloadFor(receipts)),
      'We do not know this signature',
    ],
    [
      'another key',
      (receipts: readonly string[]) => forge(goodHeader, payloadFor(receipts), otherBankKeys().privateKey),
      'This hand-over was changed on the way',
    ],
    [
      'a receipt nobody issued',
      () => forge(goodHeader, payloadFor(['MCC-STL-0'])),
      'We do not know this receipt',
    ],
    ['no JWS at all', () => 'abc', 'We cannot read this hand-over'],
  ])('refuses %s', async (_what, make, heading) => {
    const { sandbox, receipts } = await pushed();
    const browser = await signed(sandbox, make(receipts));
    expect(browser.heading).toBe(heading);
    expect(browser.page.status).toBeGreaterThanOrEqual(400);
  });

  it('refuses a changed payload, and offers no way back that the forger could have chosen', async () => {
    const { sandbox, jws, receipts } = await pushed();
    const [head, , tail] = jws.split('.');
    const evil = b64({ ...payloadFor(receipts), callbackURL: 'https://evil.example/' });
    const browser = await signed(sandbox, `${head}.${evil}.${tail}`);
    expect(browser.heading).toBe('This hand-over was changed on the way');
    expect(browser.page.html).not.toContain('evil.example');
    expect(browser.page.html).not.toContain('Return to');
  });

  it('refuses the parameter twice', async () => {
    const { sandbox, jws } = await pushed();
    expect((await visit(sandbox, `/provision?pushAccountData=${jws}&pushAccountData=${jws}`)).heading).toBe(
      'We cannot read this hand-over',
    );
  });

  it('refuses the unsigned form, because Click to Pay signs', async () => {
    const { sandbox, receipts } = await pushed();
    const browser = await visit(
      sandbox,
      `/provision?pushAccountReceipts=${receipts[0]}&callbackURL=${encodeURIComponent(CALLBACK)}&locale=en_US`,
    );
    expect(browser.heading).toBe('This hand-over is not signed');
  });

  it('explains itself to someone who brings nothing', async () => {
    expect((await visit(testSandbox(), '/provision')).heading).toBe('Nothing was handed over');
  });

  it('says that a hand-over has expired, and leads back without a result', async () => {
    const sandbox = testSandbox();
    const { signature } = await pushCards(sandbox, [testCardNumber('0', '206', 1)]);
    const browser = await signed(sandbox, signature ?? '');
    expect(browser.heading).toBe('This hand-over has expired');
    await browser.click('Return to Partner Bank');
    expect(browser.page.url).toBe(CALLBACK);
  });

  it('ages receipts by their own clock: moving one leaves the others alone', async () => {
    const { sandbox, jws, receipts } = await pushed();
    const other = await pushed(sandbox);
    const order = { method: 'POST', body: JSON.stringify({ receipts, offsetSeconds: 901 }) };
    await sandbox.fetch(new Request(`${ORIGIN}/__sandbox/v1/clock`, order));
    expect((await signed(sandbox, jws)).heading).toBe('This hand-over has expired');
    expect((await signed(sandbox, other.jws)).heading).toBe('Welcome, Elena');
  });

  it('keeps a receipt as long as the push asked for', async () => {
    const sandbox = testSandbox();
    const answer = await pushCards(sandbox, [CARD], { pushAccountReceiptsValidityPeriod: 5 });
    const at = async (offsetSeconds: number) => {
      const order = { method: 'POST', body: JSON.stringify({ receipts: receiptsIn(answer), offsetSeconds }) };
      await sandbox.fetch(new Request(`${ORIGIN}/__sandbox/v1/clock`, order));
      return (await signed(sandbox, answer.signature ?? '')).heading;
    };
    expect(await at(295)).toBe('Welcome, Elena');
    expect(await at(301)).toBe('This hand-over has expired');
  });

  it('expires in the middle of the journey too', async () => {
    const { sandbox, jws, receipts } = await pushed();
    const browser = await signed(sandbox, jws);
    await sandbox.fetch(
      new Request(`${ORIGIN}/__sandbox/v1/clock`, {
        method: 'POST',
        body: JSON.stringify({ receipts, offsetSeconds: 901 }),
      }),
    );
    await browser.submit('/continue');
    expect(browser.heading).toBe('This hand-over has expired');
  });

  it('takes a receipt once: the second visit says so and leads back with the result of the first', async () => {
    const { sandbox, jws, receipts } = await pushed();
    await (await signed(sandbox, jws)).submit('/continue');
    const again = await signed(sandbox, jws);
    expect(again.heading).toBe('This hand-over was already used');
    await again.click('Return to Partner Bank');
    expect(new URL(again.page.url).searchParams.get(`results[${receipts[0]}]`)).toMatch(/^APPROVED\|DWSPMC/);
  });
});

describe('Harbour Market takes the unsigned form', () => {
  async function unsigned(parameter = 'pushAccountReceipts', callback = CALLBACK) {
    const sandbox = testSandbox();
    const answer = await pushCards(sandbox, [CARD], { tokenRequestorId: HARBOUR });
    const [receipt = ''] = receiptsIn(answer);
    const query = `${parameter}=${receipt}&accountHolderDataSupplied=true&locale=en_US&callbackURL=${encodeURIComponent(callback)}`;
    return { browser: await visit(sandbox, `/harbour-market/provision?${query}`), receipt, sandbox };
  }

  it.each(['pushAccountReceipts', 'pushAccountReceipt'])(
    'under the name %s, saves the card and returns',
    async (parameter) => {
      const { browser, receipt } = await unsigned(parameter);
      expect(browser.heading).toBe('Save this card?');
      await browser.submit('/approve');
      expect(browser.heading).toBe('Card saved');
      await browser.click('Return to Partner Bank');
      expect(new URL(browser.page.url).searchParams.get(`results[${receipt}]`)).toMatch(
        /^APPROVED\|DM4MMC[0-9a-f]{42}$/,
      );
    },
  );

  it('plays what a presenter chooses on its page, card by card, and hides the strip from an audience', async () => {
    const { browser, receipt } = await unsigned();
    expect(browser.page.html).toContain('<details class="tools"');
    await browser.submit('/play', { [receipt]: '201' });
    expect(browser.heading).toBe('Save this card?');
    await browser.submit('/approve');
    await browser.click('Return to Partner Bank');
    expect(new URL(browser.page.url).searchParams.get(`results[${receipt}]`)).toBe('DECLINED');

    const other = await unsigned();
    await other.browser.open(`${new URL(other.browser.page.url).pathname}?tools=off`);
    expect(other.browser.heading).toBe('Save this card?');
    expect(other.browser.page.html).not.toContain('<details class="tools"');
  });

  it('cancels', async () => {
    const { browser, receipt } = await unsigned();
    await browser.submit('/cancel');
    expect(browser.page.url).toBe(`${CALLBACK}&results%5B${receipt}%5D=CANCELLED`);
  });

  it('refuses a callback that differs from the pushed one, and does not lead to it', async () => {
    const { browser } = await unsigned('pushAccountReceipts', 'https://evil.example/tokenization-results');
    expect(browser.heading).toBe('The way back was changed');
    expect(browser.page.html).not.toContain('evil.example');
  });

  it('refuses two cards, and receipts that are meant for Click to Pay', async () => {
    const { sandbox, receipt } = await unsigned();
    const other = await pushCards(sandbox, [CARD], { tokenRequestorId: HARBOUR });
    const both = `${receipt},${receiptsIn(other)[0]}`;
    const callback = encodeURIComponent(CALLBACK);
    expect(
      (await visit(sandbox, `/harbour-market/provision?pushAccountReceipts=${both}&callbackURL=${callback}`))
        .heading,
    ).toBe('Too many cards at once');
    const [foreign] = receiptsIn(await pushCards(sandbox, [CARD]));
    expect(
      (
        await visit(
          sandbox,
          `/harbour-market/provision?pushAccountReceipts=${foreign}&callbackURL=${callback}`,
        )
      ).heading,
    ).toBe('This receipt is meant for someone else');
  });
});

describe('Northwind Pay takes the signed form', () => {
  it('with several cards, and refuses them at Click to Pay', async () => {
    const sandbox = testSandbox();
    const { signature } = await pushCards(sandbox, [CARD, testCardNumber('2', '000', 2)], {
      tokenRequestorId: '50123456790',
    });
    expect((await signed(sandbox, signature ?? '')).heading).toBe('This receipt is meant for someone else');
    const browser = await visit(
      sandbox,
      `/northwind-pay/provision?pushAccountData=${signature}&locale=en_US`,
    );
    expect(browser.heading).toBe('Save these cards?');
  });
});
