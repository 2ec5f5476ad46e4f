import { expect, inject, it } from 'vitest';
import { launchChromium } from '@/security/built/browser';
import { startLoopbackBank } from '@/security/built/loopback-bank';
import { startEmptyPage } from './empty-page';
import { measureJourneyPages } from './journey-pages';

it('scripts of a first visit to each page, beside an empty page of Next', async () => {
  const [browser, bank, empty] = await Promise.all([
    launchChromium(),
    startLoopbackBank(),
    startEmptyPage(inject('root')),
  ]);
  const pages = await measureJourneyPages(browser, bank, empty.address);
  await Promise.all([browser.close(), bank.close(), empty.stop()]);
  console.table(
    pages.map(({ page, bytes, ratio, phoneShift, laptopShift }) => ({
      page,
      'scripts (kB, gzip)': (bytes / 1000).toFixed(1),
      ratio: ratio.toFixed(3),
      'shift, phone': phoneShift.toFixed(3),
      'shift, laptop': laptopShift.toFixed(3),
    })),
  );
  expect(pages).toHaveLength(10);
}, 180_000);
