import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page, Request } from '@playwright/test';

const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 800 } };

/** A page of the same person with nothing in any cache: what a first visit loads. */
async function cold<T>(
  context: BrowserContext,
  viewport: { width: number; height: number },
  visit: (page: Page) => Promise<T>,
): Promise<T> {
  const browser = context.browser() as Browser;
  const fresh = await browser.newContext({
    storageState: await context.storageState(),
    ignoreHTTPSErrors: true,
    locale: 'en-GB',
    viewport,
  });
  try {
    return await visit(await fresh.newPage());
  } finally {
    await fresh.close();
  }
}

async function arrive(page: Page, address: string, waitUntil: 'networkidle' | 'commit'): Promise<void> {
  const answer = await page.goto(address, { waitUntil });
  if (!answer?.ok() || page.url() !== new URL(address).href)
    throw new Error(`${address} leads to ${page.url()} with ${String(answer?.status())}`);
}

/** Packed by the same hand on both sides: how a server packs is not what is compared. */
const compressedBytes = async (script: Request): Promise<number> =>
  gzipSync((await (await script.response())?.body()) ?? '').length;

/**
 * Compressed bytes of all scripts that a first visit to `address` loads until the network is idle, each by gzip. What is loaded ahead for a next page counts too; data inside the document does not.
 */
export async function scriptBytes(context: BrowserContext, address: string): Promise<number> {
  return cold(context, SIZES.laptop, async (page) => {
    const scripts: Request[] = [];
    page.on('requestfinished', (request) => {
      if (new URL(request.url()).pathname.endsWith('.js')) scripts.push(request);
    });
    await arrive(page, address, 'networkidle');
    const sizes = await Promise.all(scripts.map(compressedBytes));
    return sizes.reduce((total, size) => total + size, 0);
  });
}

/** How far things moved by themselves on a first visit (layout-shift scores added up), with a typeface that comes late. */
export async function layoutShift(
  context: BrowserContext,
  address: string,
  size: keyof typeof SIZES,
): Promise<number> {
  return cold(context, SIZES[size], async (page) => {
    let paint = (): void => undefined;
    const painted = new Promise<void>((resolve) => (paint = resolve));
    await page.route('**/*.woff2', async (route) => {
      await painted;
      await route.continue();
    });
    await arrive(page, address, 'commit');
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    paint();
    await page.waitForLoadState('networkidle');
    return page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const total = (entries: PerformanceEntryList) =>
            entries.reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0);
          const watch = new PerformanceObserver((list) => resolve(total(list.getEntries())));
          watch.observe({ type: 'layout-shift', buffered: true });
          // Where nothing moved nobody calls.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(total(watch.takeRecords()))));
        }),
    );
  });
}
