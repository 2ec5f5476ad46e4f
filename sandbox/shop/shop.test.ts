import { describe, expect, it } from 'vitest';
import type { Sandbox } from '@/sandbox/create-sandbox';
import { sandboxOverSocket } from '@/sandbox/testing/over-socket';
import { TestBrowser } from '@/sandbox/testing/test-browser';
import { arrive, freshCard, newestCode } from '@/sandbox/testing/visit';

const EMAIL = 'elena.novak@example.com';
const KAI = { accountHolderName: 'KAI LOWE', accountHolderEmailAddress: 'kai.lowe@example.com' };

async function remembered(sandbox: Sandbox, cards: readonly string[], holder?: object) {
  const { browser } = await arrive(sandbox, cards, holder === undefined ? {} : { holder });
  await browser.submit('/continue', { remember: 'yes' });
  return browser;
}

async function toCheckout(browser: TestBrowser, locale = 'en_GB'): Promise<string> {
  await browser.open(`/shop?locale=${locale}`);
  await browser.submit(`/checkout?locale=${locale}`);
  return browser.page.url;
}

const handlesOn = ({ page }: TestBrowser): readonly string[] =>
  [...page.html.matchAll(/name="card" value="([\w-]{22})"/g)].map(([, handle]) => handle ?? '');
const payForm = (browser: TestBrowser, card = '') => browser.open(browser.page.url, { card });
/** The proof on a receipt page. */
const cryptogramOn = ({ page }: TestBrowser) =>
  /Cryptogram<\/dt><dd class="mono"><bdi dir="ltr">([^<]+)</.exec(page.html)?.[1];

describe('paying in the shop with a card that was just added', () => {
  it('recognises a remembered browser, pays with the newest card, and prints a receipt with proof', async () => {
    const sandbox = await sandboxOverSocket();
    const [older, newest] = [freshCard('000'), freshCard('000', '1')];
    const browser = await remembered(sandbox, [older, newest]);
    await browser.click('Try it in a shop');
    expect(browser.heading).toBe('One thing on paper');
    await toCheckout(browser);
    expect(browser.heading).toBe('Pay £18.50');
    expect(browser.page.html.indexOf(newest.slice(-4))).toBeLessThan(
      browser.page.html.indexOf(older.slice(-4)),
    );
    await payForm(browser, handlesOn(browser)[0]);
    expect(browser.heading).toBe('Thank you, it is paid');
    expect(browser.page.html).toContain(newest.slice(-4));
    expect(browser.page.html).toContain('Partner Bank');
    expect(browser.page.html).toMatch(/DWSPMC••••[0-9a-f]{4}</);
    expect(Buffer.from(cryptogramOn(browser) ?? '', 'base64')).toHaveLength(20);
    expect(browser.page.html).toContain('Yes: it fits this token, this shop and this amount');
    expect(browser.page.html).not.toContain(EMAIL);
    await browser.click('See it in your Click to Pay profile');
    expect(browser.page.html).toContain('18.50 at The Paper Shop');
  });

  it('asks anybody else for e-mail and code on the way, and comes back to the very order', async () => {
    const sandbox = await sandboxOverSocket();
    await (await arrive(sandbox, ['000'])).browser.submit('/continue');
    const browser = new TestBrowser(sandbox);
    await browser.open('/shop');
    await browser.submit('/checkout?locale=en_US');
    expect(browser.heading).toBe('Sign in to Click to Pay');
    expect(browser.page.html).toContain('$18.50 to The Paper Shop');
    await browser.submit('/email', { email: EMAIL });
    await browser.submit('/code', { code: await newestCode(sandbox, { email: EMAIL }) });
    expect(browser.heading).toBe('Pay $18.50');
    await payForm(browser, handlesOn(browser)[0]);
    expect(browser.heading).toBe('Thank you, it is paid');
  });

  it('takes the code that the bank’s journey asked for as a sign-in', async () => {
    const sandbox = await sandboxOverSocket();
    const { browser, receipts } = await arrive(sandbox, ['101']);
    await browser.submit('/code', { code: await newestCode(sandbox, { receipt: receipts[0] ?? '' }) });
    await toCheckout(browser);
    expect(browser.heading).toBe('Pay £18.50');
  });

  it('has a plain word and a way back for a guest whom nobody knows', async () => {
    const sandbox = await sandboxOverSocket();
    const browser = new TestBrowser(sandbox);
    await toCheckout(browser);
    await browser.submit('/email', { email: 'guest@example.com' });
    expect(browser.heading).toBe('We do not know this e-mail');
    await browser.click('Cancel, back to The Paper Shop');
    expect(browser.page.html).toContain('Nothing was paid.');
  });

  it('"Not you?" forgets the browser and asks who it is, for the same order', async () => {
    const sandbox = await sandboxOverSocket();
    const browser = await remembered(sandbox, ['000']);
    const order = await toCheckout(browser);
    await browser.submit('/not-you');
    expect(browser.heading).toBe('Sign in to Click to Pay');
    await browser.open(order);
    expect(browser.heading).toBe('Sign in to Click to Pay');
  });
});

describe('what cannot be paid', () => {
  it('a card that waits for its cardholder is shown and refused, also when the form names it', async () => {
    const sandbox = await sandboxOverSocket();
    const browser = await remembered(sandbox, ['203', '000']);
    await toCheckout(browser);
    expect(browser.page.html).toContain('one more step at your bank');
    const [, waiting = ''] = handlesOn(browser);
    await payForm(browser, waiting);
    expect(browser.heading).toBe('Pay £18.50');
    expect(browser.page.html).toContain('Choose a card.');
  });

  it('nothing, where no card can pay: the page says so and has no button', async () => {
    const sandbox = await sandboxOverSocket();
    const browser = await remembered(sandbox, ['203']);
    await toCheckout(browser);
    expect(browser.page.html).toContain('There is no card in your profile that can pay.');
    expect(browser.page.html).not.toMatch(/type="radio"|action="\/pay\/[\w-]+"/);
  });

  it('somebody else’s card, and an order without a person in front', async () => {
    const sandbox = await sandboxOverSocket();
    const elena = await remembered(sandbox, ['000']);
    await toCheckout(elena);
    const [elenas = ''] = handlesOn(elena);
    const kai = await remembered(sandbox, ['000'], KAI);
    await toCheckout(kai);
    await payForm(kai, elenas);
    expect(kai.page.html).toContain('Choose a card.');
    const nobody = new TestBrowser(sandbox);
    const order = await toCheckout(elena);
    await nobody.open(order, { card: elenas });
    expect(nobody.heading).toBe('Sign in to Click to Pay');
  });

  it('an order twice: a second press shows the first receipt, and each order has a proof of its own', async () => {
    const sandbox = await sandboxOverSocket();
    const browser = await remembered(sandbox, ['000']);
    const pay = async (order: string) => {
      await browser.open(order);
      if (browser.heading.startsWith('Pay')) await payForm(browser, handlesOn(browser)[0]);
      return cryptogramOn(browser);
    };
    const first = await toCheckout(browser);
    const proof = await pay(first);
    await browser.open(first, { card: 'another' });
    expect(browser.heading).toBe('Thank you, it is paid');
    expect(await pay(first)).toBe(proof);
    expect(await pay(await toCheckout(browser))).not.toBe(proof);
  });

  it('an order that nobody knows, and an unpaid one has no receipt', async () => {
    const sandbox = await sandboxOverSocket();
    const browser = await remembered(sandbox, ['000']);
    expect((await browser.open('/pay/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
    expect((await browser.open('/shop/orders/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
    const order = await toCheckout(browser);
    await browser.open(order.replace('/pay/', '/shop/orders/'));
    expect(browser.heading).toBe('This order is not paid yet');
  });
});

describe('every page of the shop and the checkout', () => {
  it('runs no script, keeps its forms at home and is in no cache', async () => {
    const sandbox = await sandboxOverSocket();
    const browser = await remembered(sandbox, ['000']);
    await toCheckout(browser);
    const pages = [browser.page];
    await payForm(browser, handlesOn(browser)[0]);
    for (const page of [
      ...pages,
      browser.page,
      await browser.open('/shop'),
      await browser.open('/profile'),
    ]) {
      expect(page.html).not.toContain('<script');
      expect(page.headers.get('content-security-policy')).toContain("form-action 'self';");
      expect(page.headers.get('cache-control')).toBe('no-store');
    }
  });
});
