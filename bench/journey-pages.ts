import type { Browser } from '@playwright/test';
import { importCustomer } from '@/security/built/customer';
import type { LoopbackBank } from '@/security/built/loopback-bank';
import { RANGE, walkJourney } from '@/security/built/walk';
import { layoutShift, scriptBytes } from './first-load';

export interface PageFigures {
  page: string;
  /** Of compressed scripts. */
  bytes: number;
  /** The same as a multiple of what an empty page of Next loads. */
  ratio: number;
  /** Layout shift, on either size of screen. */
  phoneShift: number;
  laptopShift: number;
}

/** First visits to all pages of the journey in a built bank, beside an empty page of Next in the same browser. */
export async function measureJourneyPages(
  browser: Browser,
  bank: LoopbackBank,
  emptyPage: string,
): Promise<PageFigures[]> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB' });
  const least = await scriptBytes(context, emptyPage);
  const found: PageFigures[] = [{ page: '(empty)', bytes: least, ratio: 1, phoneShift: 0, laptopShift: 0 }];
  const customer = await importCustomer(bank.portal, RANGE);
  await walkJourney(await context.newPage(), bank, customer, async (page, address) => {
    const bytes = await scriptBytes(context, address);
    found.push({
      page,
      bytes,
      ratio: bytes / least,
      phoneShift: await layoutShift(context, address, 'phone'),
      laptopShift: await layoutShift(context, address, 'laptop'),
    });
  });
  await context.close();
  return found;
}
