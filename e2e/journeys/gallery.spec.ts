import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PORTAL_URL } from '../fixtures/addresses';
import { expect, test } from '../fixtures/test';
import { otherThan } from '../fixtures/world';
import { AnyLanguage } from '../pages/any-language';
import { resize } from '../fixtures/resize';

// Pictures for people, not a proof: `npm run sheet` says where to put them (playwright.config.ts leaves it out otherwise).
const FOLDER = process.env['GALLERY_DIR'] ?? 'test-results/gallery';
const SIZES = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const LOCALES = { en: 'en-GB', ar: 'ar-AE' };

test.describe.configure({ timeout: 300_000 });

/** The screen as it is now, in both sizes and themes: `<number>-<name>--<language>-<size>-<theme>.png`. */
function camera(language: string) {
  let count = 0;
  return async (page: Page, name: string) => {
    count += 1;
    // Still on its way.
    await expect(page.locator('main form [aria-busy=true]')).toHaveCount(0);
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    for (const [size, viewport] of Object.entries(SIZES)) {
      await resize(page, viewport);
      // As tall as the page, so that what is fixed at the bottom stands there.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await resize(page, { ...viewport, height: Math.max(viewport.height, height) });
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await page.evaluate(() =>
          Promise.all([
            document.fonts.ready,
            ...[...document.images].map((image) => image.decode().catch(() => undefined)),
          ]),
        );
        const file = `${String(count).padStart(2, '0')}-${name}--${language}-${size}-${theme}.png`;
        await page.screenshot({ path: join(FOLDER, file), fullPage: true });
      }
    }
    await resize(page, SIZES.laptop);
  };
}

for (const [language, locale] of Object.entries(LOCALES)) {
  test.describe(`every screen, ${language}`, () => {
    test.use({ locale, contextOptions: { reducedMotion: 'reduce' }, serviceWorkers: 'allow' });

    test('a walk through the bank and Click to Pay', async ({ page, context, browser, world, watch }) => {
      watch.expected.push(/404|ERR_INTERNET_DISCONNECTED|503/);
      // Chosen, not asked for: a service worker fetches its text without the headers of the page.
      await context.addCookies([{ name: 'language', value: language, url: PORTAL_URL }]);
      const take = camera(language);
      const shot = (name: string) => take(page, name);
      const way = new AnyLanguage(page, world);
      const open = async (path: string, name: string) => {
        await way.open(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await shot(name);
      };

      await test.step('before signing in', async () => {
        await open('/login', 'sign-in');
        await way.typeLogin('somebody', 'else');
        await expect(page.getByRole('alert').first()).toBeVisible();
        await shot('sign-in-refused');
        await open('/login?notice=session_ended', 'sign-in-after-a-while');
        await open('/help/sign-in', 'forgotten-password');
        await open('/login/no-account', 'no-account');
        await open('/legal/privacy', 'privacy');
        await open('/legal/terms', 'terms');
        await open('/tokenization-results/none', 'return-unmatched');
        await open('/no-such-page', 'not-found');
      });

      await test.step('somebody without a card, and with one', async () => {
        await way.signIn(await world.customer());
        await open('/cards', 'cards-none');
        await open('/wallets', 'wallets-none');
        await open('/activity', 'activity-none');
        await way.signOut();
        await way.signIn(await world.customer({ product: 'together', ownRange: true }));
        await open('/cards', 'cards-one');
        await open('/account/passkeys', 'passkeys');
        await page.locator('main form button[type=submit]').first().click();
        await expect(page.locator('#code')).toBeVisible();
        await shot('passkeys-code');
        await way.signOut();
      });

      const robin = await world.customer(
        '000',
        { product: 'reserve', outcome: '201' },
        { product: 'together', outcome: '202' },
        { product: 'online', outcome: '203' },
        { outcome: '204' },
        { product: 'reserve', outcome: '101' },
        { product: 'together', outcome: '500' },
        { outcome: '206' },
        { product: 'online', status: 'blocked' },
        { expiry: '01/26' },
      );
      const [a, b, c, d, e, coded, lost, late] = robin.cards;

      await test.step('the journey', async () => {
        await way.signIn(robin);
        await shot('cards');
        await page.locator('[popovertarget=account]').click();
        await shot('account-menu');
        await open('/wallets', 'wallets');
        await way.chooseFor(0);
        await shot('choose');
        await way.choose(a, b, c, d, e);
        await shot('review');
        await way.agree();
        await expect(page.getByRole('alert').first()).toBeVisible();
        await shot('review-unticked');
        await way.tickAndAgree();
        await shot('confirm');
        const code = await way.newestCode(robin);
        await way.typeCode(otherThan(code));
        await expect(page.locator('#code-error')).toBeVisible();
        await shot('confirm-wrong');
        await way.typeCode(code);
        await page.waitForURL('**/leave');
        await shot('leave');
        const dialog = await way.askToCancel();
        await shot('leave-cancel');
        await dialog.locator('button[type=button]').click();
        await way.leave();
        await shot('click-to-pay');
        await way.pressThere();
        await shot('click-to-pay-added');
        await way.goBack();
        await shot('results-mixed');
      });

      await test.step('when it goes otherwise', async () => {
        await way.add(coded);
        await way.confirm(robin);
        await way.leave();
        await shot('click-to-pay-code');
        await way.add(lost);
        await way.confirm(robin);
        await shot('results-unknown');
        await way.add(late);
        await way.confirm(robin);
        await way.leave();
        await shot('click-to-pay-expired');
        await way.goBack();
        await shot('results-no-answer');
        await way.open('/activity');
        await (await way.askToCancel()).locator('button[type=submit]').click();
        await page.waitForURL('**/tokenization-results/**');
        await shot('results-cancelled');
        await way.chooseFor(2);
        await shot('choose-one');
        await way.choose(a);
        await shot('review-shop');
        await way.confirm(robin);
        await way.leave();
        await shot('shop');
      });

      await test.step('afterwards', async () => {
        await open('/cards', 'cards-after');
        await open('/activity', 'activity');
        await page.locator('details summary').last().click();
        await page.locator('a[href$="/consent"]').click();
        await page.waitForURL('**/consent');
        await shot('consent-record');
        await open('/account', 'profile');
        await open('/help/details', 'details-wrong');
        await open('/account/devices', 'devices');
      });

      await test.step('an answer that came to another browser', async () => {
        await way.signOut();
        const kim = await world.customer('000');
        const first = new AnyLanguage(page, world);
        await first.signIn(kim);
        await first.add(kim.cards[0]);
        await first.confirm(kim);
        await first.leave();
        await first.pressThere();
        const home = await first.wayBack();
        const other = await browser.newContext({ locale, reducedMotion: 'reduce' });
        const tab = await other.newPage();
        const second = new AnyLanguage(tab, world);
        await second.signIn(kim);
        await second.open(home);
        await take(tab, 'parked');
        await other.close();
      });

      await test.step('the session ends, the network goes', async () => {
        const tab = await context.newPage();
        await tab.clock.install();
        await tab.goto('/cards');
        await tab.clock.fastForward('29:05');
        await expect(tab.getByRole('status').locator('button')).toBeVisible();
        await take(tab, 'session-ending');
        await tab.close();
        await way.open('/cards');
        await page.evaluate(() => navigator.serviceWorker.ready);
        await context.setOffline(true);
        await shot('offline-notice');
        await open('/activity', 'offline');
        await context.setOffline(false);
        // The page loads itself again.
        await expect(page.locator('[popovertarget=account]')).toBeVisible();
      });

      await test.step('the demo’s own pages', async () => {
        await open('/demo', 'demo-stories');
        await open('/demo/presenter', 'demo-presenter');
        await open('/demo/inspector', 'demo-inspector');
        await open(`/demo/components?direction=${language === 'ar' ? 'rtl' : 'ltr'}`, 'demo-components');
      });
    });
  });
}
