import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '@/sandbox/scenarios/outcomes';
import { testSandbox } from '@/sandbox/testing/test-sandbox';
import { arrive, newestCode, resultsAt } from '@/sandbox/testing/visit';
import type { TestBrowser } from '@/sandbox/testing/test-browser';

const codeOf = (name: string): string => OUTCOMES.find((outcome) => outcome.name === name)?.code ?? '';
const offered = ({ page }: TestBrowser): readonly string[] =>
  [...page.html.matchAll(/<option value="(\d{3})"/g)].map(([, code]) => code ?? '');

/** A plain card for which a presenter chooses something on the first page. */
async function played(...names: readonly string[]) {
  const sandbox = testSandbox();
  const visit = await arrive(
    sandbox,
    names.map(() => '000'),
  );
  const choices = visit.receipts.map((receipt, index) => [receipt, codeOf(names[index] ?? '')] as const);
  await visit.browser.submit('/play', Object.fromEntries(choices));
  return { sandbox, ...visit };
}

const CARRIED = OUTCOMES.filter(
  ({ hop, code }) => code !== undefined && ['hand-over', 'click-to-pay', 'return'].includes(hop),
);

describe('the presenter’s strip', () => {
  it('offers every row of the table that a card can still play, each once, and nothing else', async () => {
    const { browser } = await arrive(testSandbox(), ['000']);
    expect([...offered(browser)].sort()).toEqual(CARRIED.map(({ code }) => code ?? '').sort());
    expect(browser.page.html).toMatch(/<option value="000" selected/);
    expect(browser.page.html).not.toMatch(/<details class="tools" open/);
  });

  it('gives each card of one journey its own outcome', async () => {
    const { browser, receipts } = await played('added', 'declined', 'duplicate');
    await browser.submit('/continue');
    await browser.click('Return to Partner Bank');
    const words = receipts.map((receipt) => resultsAt(browser.page.url, receipt)[0]?.split('|')[0]);
    expect(words).toEqual(['APPROVED', 'DECLINED', 'DUPLICATE_REQUEST']);
  });

  it('leads to a code when the chosen row asks for one, and back when it no longer does', async () => {
    const { sandbox, browser, receipts } = await played('added-with-code');
    expect(browser.heading).toBe('Welcome back, Elena');
    const [receipt = ''] = receipts;
    const code = await newestCode(sandbox, { receipt });
    await browser.submit('/play', { [receipt]: codeOf('added-with-code') });
    expect(await newestCode(sandbox, { receipt })).toBe(code);
    await browser.submit('/play', { [receipt]: codeOf('added') });
    expect(browser.heading).toBe('Welcome, Elena');
  });

  it('plays an expiry at once', async () => {
    const { browser } = await played('expired-on-arrival');
    expect(browser.heading).toBe('This hand-over has expired');
  });

  it.each([
    ['reported-twice', (results: readonly string[]) => results.length === 2 && results[0] === results[1]],
    ['no-result', (results: readonly string[]) => results.length === 0],
    ['declined-though-added', (results: readonly string[]) => results.join() === 'DECLINED'],
    [
      'foreign-reference',
      (results: readonly string[]) => /^APPROVED\|DWSPMC0000000001f{32}$/.test(results.join()),
    ],
  ])('plays %s on the way back', async (name, fits) => {
    const { browser, receipts } = await played(name);
    await browser.submit('/continue');
    await browser.click('Return to Partner Bank');
    expect(fits(resultsAt(browser.page.url, receipts[0]))).toBe(true);
  });

  it('still lets the browser lie once the card is added, and offers nothing that could undo it', async () => {
    const { browser, receipts } = await arrive(testSandbox(), ['000', '201']);
    await browser.submit('/continue');
    const lies = CARRIED.filter(({ behaviour }) => behaviour.kind === 'lie').map(({ code }) => code ?? '');
    expect([...offered(browser)].sort()).toEqual(lies.sort());
    const [added = '', declined = ''] = receipts;
    await browser.submit('/play', { [added]: codeOf('declined-though-added'), [declined]: codeOf('added') });
    expect(browser.heading).toMatch(/ added$/);
    await browser.click('Return to Partner Bank');
    expect(resultsAt(browser.page.url, added)).toEqual(['DECLINED']);
    expect(resultsAt(browser.page.url, declined)).toEqual(['DECLINED']);
  });

  it('changes nothing for a row that is not offered, and nothing after a cancel', async () => {
    const { browser, receipts } = await arrive(testSandbox(), ['000']);
    const [receipt = ''] = receipts;
    const here = browser.page.url;
    await browser.submit('/play', { [receipt]: codeOf('server-error') || '500', other: '201' });
    expect(browser.page.html).toMatch(/<option value="000" selected/);
    await browser.submit('/cancel');
    await browser.open(`${here}/play`, { [receipt]: codeOf('added') });
    expect(browser.heading).toBe('You left before it was done');
    expect(browser.page.html).not.toContain('class="tools"');
  });

  it('is hidden from an audience by a cookie, and comes back', async () => {
    const { browser } = await arrive(testSandbox(), ['000']);
    const here = browser.page.url;
    await browser.click('Hide this from the audience');
    expect(browser.page.url).toBe(here);
    expect(browser.page.html).not.toContain('class="tools"');
    await browser.open(`${here}?tools=on`);
    expect(browser.page.html).toContain('class="tools"');
  });
});
