import { describe, expect, it } from 'vitest';
import { testSandbox } from '@/sandbox/testing/test-sandbox';
import { arrive, resultsAt } from '@/sandbox/testing/visit';

const flags = (app: boolean, website: boolean) => ({
  signatureData: { completeIssuerAppActivation: app, completeWebsiteActivation: website },
});
const WAITING = /^REQUIRE_ADDITIONAL_AUTHENTICATION\|DWSPMC[0-9a-f]{42}$/;

describe('a card that waits for its cardholder (spec 4.3)', () => {
  it('with both flags false goes back to the bank after the tokenizations, without a question', async () => {
    const { browser, receipts } = await arrive(testSandbox(), ['203'], flags(false, false));
    await browser.submit('/continue');
    expect(browser.heading).toBe('Nearly there');
    await browser.click('Return to Partner Bank');
    expect(resultsAt(browser.page.url, receipts[0])).toEqual([expect.stringMatching(WAITING)]);
  });

  it.each([
    ['website', flags(false, true), 'app', 'Partner Bank’s website'],
    ['app', flags(true, false), 'website', 'Partner Bank’s app'],
  ] as const)(
    'with the flag for the %s leads there and nowhere else',
    async (place, options, other, title) => {
      const { browser, receipts } = await arrive(testSandbox(), ['203'], options);
      await browser.submit('/continue');
      expect(browser.heading).toBe('One more step');
      expect(browser.page.html).not.toContain(`value="${other}"`);
      await browser.submit('/prove', { at: other });
      expect(browser.heading).toBe('One more step');
      await browser.submit('/prove', { at: place });
      expect(browser.heading).toBe(title);
      await browser.submit('/proved', { proved: 'yes' });
      expect(browser.heading).toMatch(/ added$/);
      await browser.click('Return to Partner Bank');
      expect(resultsAt(browser.page.url, receipts[0])[0]).toMatch(/^APPROVED\|DWSPMC[0-9a-f]{42}$/);
    },
  );

  it('with both flags offers both, and keeps the token it had when the proof comes', async () => {
    const { browser, receipts } = await arrive(testSandbox(), ['203'], flags(true, true));
    await browser.submit('/continue');
    const here = browser.page.url;
    expect(browser.page.html).toMatch(/value="website".*value="app"/s);
    await browser.open(`${here}/return`);
    expect(browser.heading).toBe('One more step');
    await browser.submit('/prove', { at: 'app' });
    await browser.submit('/proved', { proved: 'no' });
    expect(browser.heading).toBe('One more step');
    await browser.submit('/prove', { at: 'later' });
    expect(browser.heading).toBe('Nearly there');
    await browser.click('Return to Partner Bank');
    expect(resultsAt(browser.page.url, receipts[0])).toEqual([expect.stringMatching(WAITING)]);
  });

  it('is not proved by posting to the last step, nor before it was tokenised', async () => {
    const { browser } = await arrive(testSandbox(), ['203'], flags(true, true));
    const here = browser.page.url;
    await browser.open(`${here}/proved`, { proved: 'yes' });
    expect(browser.heading).toBe('Welcome, Elena');
    await browser.submit('/continue');
    await browser.open(`${here}/proved`, { proved: 'yes' });
    expect(browser.heading).toBe('One more step');
  });

  it('concerns the waiting card alone: the others keep their results, and nothing is asked where none waits', async () => {
    const sandbox = testSandbox();
    const mixed = await arrive(sandbox, ['000', '203', '201'], flags(false, true));
    await mixed.browser.submit('/continue');
    await mixed.browser.submit('/prove', { at: 'website' });
    await mixed.browser.submit('/proved', { proved: 'yes' });
    await mixed.browser.click('Return to Partner Bank');
    const words = mixed.receipts.map((one) => resultsAt(mixed.browser.page.url, one)[0]?.split('|')[0]);
    expect(words).toEqual(['APPROVED', 'APPROVED', 'DECLINED']);
    const plain = await arrive(sandbox, ['000'], flags(true, true));
    await plain.browser.submit('/continue');
    expect(plain.browser.heading).toMatch(/ added$/);
  });
});
