import { describe, expect, it } from 'vitest';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import { TestBrowser } from '@/sandbox/testing/test-browser';
import { CALLBACK, ORIGIN, pushCards, receiptsIn, testSandbox } from '@/sandbox/testing/test-sandbox';
import type { Sandbox } from '@/sandbox/create-sandbox';

let serial = 0;
const card = (outcome: string, product = '0') => testCardNumber(product, outcome, (serial += 1));

async function arrive(sandbox: Sandbox, outcomes: readonly string[], holder?: object | null) {
  const answer = await pushCards(
    sandbox,
    outcomes.map((outcome) => card(outcome)),
    {},
    holder,
  );
  const browser = new TestBrowser(sandbox);
  await browser.open(`/provision?pushAccountData=${answer.signature ?? ''}&locale=en_US&extFlow=true`);
  return { browser, receipts: receiptsIn(answer), signature: answer.signature ?? '' };
}

async function codeFor(sandbox: Sandbox, receipt: string): Promise<string> {
  const response = await sandbox.fetch(new Request(`${ORIGIN}/__sandbox/messages?receipt=${receipt}`));
  const { messages } = (await response.json()) as { messages: { code: string }[] };
  return messages[0]?.code ?? '';
}

const resultOf = (url: string, receipt: string | undefined) =>
  new URL(url).searchParams.getAll(`results[${receipt}]`);

describe('the three scenarios of the seed page', () => {
  it('1: adds a card to a new profile without verification, says so, and then returns to the bank', async () => {
    const sandbox = testSandbox();
    const { browser, receipts } = await arrive(sandbox, ['000']);
    expect(browser.heading).toBe('Welcome, Elena');
    expect(browser.page.html).toContain('Remember me on this browser');
    await browser.submit('/continue', {});
    expect(browser.page.html).toContain('Added and ready');
    expect(browser.heading).toMatch(/^Card ••••ending in \d{4} added$/);
    await browser.click('Return to Partner Bank');
    expect(browser.page.url).toMatch(
      new RegExp(
        `^http://localhost:3000/tokenization-results\\?state=7&results%5B${receipts[0]}%5D=APPROVED%7CDWSPMC[0-9a-f]{42}$`,
      ),
    );
    expect(browser.page.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('2: asks for a one-time code when the profile exists, counts tries, sends another code and accepts it', async () => {
    const sandbox = testSandbox();
    const { browser, receipts } = await arrive(sandbox, ['101']);
    expect(browser.heading).toBe('Welcome back, Elena');
    await browser.submit('/code', { code: 'no' });
    expect(browser.page.html).toContain('That code is not right. 2 tries are left.');
    expect(browser.page.html).toContain('2 tries left');
    const first = await codeFor(sandbox, receipts[0] ?? '');
    await browser.submit('/resend', { channel: 'mobile' });
    const second = await codeFor(sandbox, receipts[0] ?? '');
    expect(second).not.toBe(first);
    expect(browser.page.html).toContain('phone');
    await browser.submit('/code', { code: `${second.slice(0, 3)} ${second.slice(3)}` });
    await browser.click('Return to Partner Bank');
    expect(resultOf(browser.page.url, receipts[0])[0]).toMatch(/^APPROVED\|/);
  });

  it('3: cancels with one result per receipt, and the receipts can be used again', async () => {
    const sandbox = testSandbox();
    const { browser, receipts, signature } = await arrive(sandbox, ['000', '101']);
    await browser.submit('/cancel');
    expect(browser.page.url).toBe(
      `${CALLBACK}&results%5B${receipts[0]}%5D=CANCELLED&results%5B${receipts[1]}%5D=CANCELLED`,
    );
    const again = new TestBrowser(sandbox);
    await again.open(`/provision?pushAccountData=${signature}`);
    expect(again.heading).toBe('Welcome back, Elena');
  });
});
