import type { Browser, Page } from '@playwright/test';
import { PORTAL_URL } from '../fixtures/addresses';
import { expect, test } from '../fixtures/test';
import type { Card, Customer, World } from '../fixtures/world';
import { Portal } from '../pages/portal';

/** What the person finds when they come back, and what of their choice it shows. */
interface Found {
  fromCards: string;
  fromActivity: string;
  chosen: RegExp;
}

interface Stop {
  at: string;
  come: (portal: Portal, robin: Customer, cards: readonly Card[]) => Promise<void>;
  /** From where they are led back to the stop itself, where that is further on. */
  onward?: (portal: Portal) => Promise<void>;
  found: Found;
  /** The same once a night has passed: codes and receipts are over by then. */
  nextDay: Found;
}

interface Away {
  how: string;
  until?: 'nextDay';
  /** Leaves, and answers the tab in which the person is back. */
  leave: (from: { page: Page; browser: Browser; world: World; robin: Customer }) => Promise<Page>;
}

async function toReview(portal: Portal, robin: Customer, cards: readonly Card[]): Promise<void> {
  await portal.bringToCards(robin);
  await portal.openChoose();
  await portal.choose(...cards);
}
async function toConfirm(portal: Portal, robin: Customer, cards: readonly Card[]): Promise<void> {
  await toReview(portal, robin, cards);
  await portal.agree();
}
async function toLeaving(portal: Portal, robin: Customer, cards: readonly Card[]): Promise<void> {
  await toConfirm(portal, robin, cards);
  await portal.confirm(robin);
}
async function toClickToPay(portal: Portal, robin: Customer, cards: readonly Card[]): Promise<void> {
  await toLeaving(portal, robin, cards);
  await portal.leave();
}

const same = (heading: string, chosen: RegExp): Found => ({
  fromCards: heading,
  fromActivity: heading,
  chosen,
});
const REVIEW = same('Check what we’ll share', /two cards/i);
const CODE = same('Enter your code', /two cards/i);
const NEW_CODE = same('You need a new code', /two cards/i);
const LEAVING = same('Next stop, Click to Pay', /Reserve credit/);
/** From Activity one press sends the code. */
const SENT_AGAIN: Found = { ...NEW_CODE, fromActivity: 'Enter your code' };

const STOPS: readonly Stop[] = [
  { at: 'review', come: toReview, found: REVIEW, nextDay: REVIEW },
  { at: 'the code', come: toConfirm, found: CODE, nextDay: NEW_CODE },
  { at: 'the leaving page', come: toLeaving, found: LEAVING, nextDay: SENT_AGAIN },
  {
    at: 'Click to Pay',
    come: toClickToPay,
    onward: (portal) => portal.leave(),
    found: LEAVING,
    nextDay: SENT_AGAIN,
  },
];

async function signInAt(page: Page, world: World, robin: Customer): Promise<Page> {
  await page.goto('/cards');
  await new Portal(page, world).typeLogin(robin.username, robin.password);
  await page.waitForURL('**/cards');
  return page;
}

/** In this order one person can do them all; after the last one nothing is as it was. */
const AWAYS: readonly Away[] = [
  {
    how: 'the back button, to Cards',
    leave: async ({ page }) => {
      const pressed = async () => {
        await page.goBack();
        expect(new URL(page.url()).pathname).toBe('/cards');
      };
      // Some steps lead on by themselves; no faster than a person presses, or "back" goes further than was meant.
      await expect(pressed).toPass({ intervals: [800] });
      return page;
    },
  },
  {
    how: 'the tab is closed',
    leave: async ({ page }) => {
      const context = page.context();
      await page.close();
      return context.newPage();
    },
  },
  {
    how: 'another device goes on',
    leave: async ({ browser, world, robin }) => {
      const elsewhere = await browser.newContext({ baseURL: PORTAL_URL, locale: 'en-GB' });
      return signInAt(await elsewhere.newPage(), world, robin);
    },
  },
  {
    how: 'they sign out',
    leave: async ({ page, world, robin }) => {
      const tab = await page.context().newPage();
      await tab.goto('/activity');
      await new Portal(tab, world).signOut();
      await page.close();
      return signInAt(tab, world, robin);
    },
  },
  {
    how: 'the next day',
    until: 'nextDay',
    leave: async ({ page, world, robin }) => {
      await world.wait(robin, 20 * 60);
      return signInAt(page, world, robin);
    },
  },
];

/** Finds the slip from Cards and from Activity, with what was chosen. */
async function findAgain(tab: Page, other: Card, { fromCards, fromActivity, chosen }: Found): Promise<void> {
  const heading = tab.getByRole('heading', { level: 1 });
  const main = tab.getByRole('main');
  await tab.goto('/cards');
  await expect(main.getByText('You have something unfinished.')).toBeVisible();
  await main.getByRole('link', { name: 'Carry on', exact: true }).click();
  await expect(heading).toHaveText(fromCards);
  await expect(main).toContainText(chosen);
  await expect(main.getByText(other.last4)).toHaveCount(0);

  await tab.goto('/activity');
  await expect(main.getByRole('navigation').getByRole('link')).toHaveCount(1);
  await main
    .getByRole('link', { name: /^Continue to|^Go on/ })
    .or(main.getByRole('button', { name: 'Get a new code' }))
    .click();
  await expect(heading).toHaveText(fromActivity);
  await expect(main).toContainText(chosen);
}

// Which program answers what is the same on every screen.
test.describe('left at any point, and resumed from Cards and from Activity', { tag: '@once' }, () => {
  for (const { at, come, onward, ...stop } of STOPS)
    test(`left at ${at}, in every way`, async ({ page, browser, world, portal }) => {
      test.slow();
      const robin = await world.customer('000', { product: 'reserve' }, { product: 'together' });
      const [one, two, other] = robin.cards;
      await come(portal, robin, [one, two]);
      let here = page;
      const backTo = { found: onward, nextDay: undefined };
      for (const { how, until = 'found', leave } of AWAYS)
        await test.step(`${at}: ${how}`, async () => {
          here = await leave({ page: here, browser, world, robin });
          await findAgain(here, other, stop[until]);
          await backTo[until]?.(new Portal(here, world));
        });
    });
});
