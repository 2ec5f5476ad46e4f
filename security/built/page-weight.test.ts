import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startEmptyPage } from '@/bench/empty-page';
import { measureJourneyPages } from '@/bench/journey-pages';
import { launchChromium } from './browser';
import { startLoopbackBank, type LoopbackBank } from './loopback-bank';

/** Scripts of a first visit, as a multiple of those of an empty page of Next. */
const MOST_SCRIPTS = 1.25;
const MOST_SHIFT = 0.02;

describe.skipIf(inject('postgresUrl') === null)('a first visit to a page of the journey', () => {
  let bank: LoopbackBank;
  let browser: Browser;
  let empty: Awaited<ReturnType<typeof startEmptyPage>>;

  beforeAll(async () => {
    [browser, bank, empty] = await Promise.all([
      launchChromium(),
      startLoopbackBank(),
      startEmptyPage(inject('root')),
    ]);
  });
  afterAll(() => Promise.all([browser.close(), bank.close(), empty.stop()]));

  it('loads at most 1.25 times the scripts of an empty page, and nothing moves by itself', async () => {
    const pages = await measureJourneyPages(browser, bank, empty.address);
    expect(pages).toHaveLength(10);
    expect(pages.filter(({ ratio }) => ratio > MOST_SCRIPTS)).toEqual([]);
    expect(pages.filter((page) => Math.max(page.phoneShift, page.laptopShift) > MOST_SHIFT)).toEqual([]);
  }, 120_000);
});
