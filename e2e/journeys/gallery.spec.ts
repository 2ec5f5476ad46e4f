import { join } from 'node:path';
import { expect, test } from '../fixtures/test';
import { otherThan } from '../fixtures/world';

// Only for people who want to look: `GALLERY_DIR=… npm run e2e -- gallery` (playwright.config.ts leaves it out otherwise).
const FOLDER = process.env['GALLERY_DIR'] ?? 'test-results/gallery';

test.describe.configure({ timeout: 180_000 });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`every screen, ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('a walk through the bank and Click to Pay', async ({
      page,
      world,
      portal,
      clickToPay,
      mastercard,
      shop,
      watch,
    }, { project }) => {
      watch.expected.push(/404/);
      let count = 0;
      const shot = async (name: string) => {
        count += 1;
        await page.evaluate(() => document.fonts.ready);
        const file = `${project.name}-${colorScheme}-${String(count).padStart(2, '0')}-${name}.png`;
        await page.screenshot({ path: join(FOLDER, file), fullPage: true });
      };
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

      await portal.open('/login');
      await shot('sign-in');
      await portal.typeLogin('somebody', 'else');
      await expect(page.getByText('do not go together', { exact: false })).toBeVisible();
      await shot('sign-in-refused');
      await portal.signIn(robin);
      await shot('cards');
      await portal.open('/activity');
      await shot('activity-empty');
      await portal.open('/wallets');
      await shot('wallets');
      await portal.open('/cards');
      await portal.openChoose();
      await shot('choose');
      await portal.choose(a, b, c, d, e);
      await shot('review');
      await page.getByRole('button', { name: 'Agree and get a code' }).click();
      await expect(page.getByRole('link', { name: 'Tick the box to send this slip.' })).toBeVisible();
      await shot('review-unticked');
      await portal.agree();
      await shot('confirm');
      const code = await world.code(robin);
      await portal.typeCode(otherThan(code));
      await expect(page.getByRole('alert').filter({ hasText: '4 tries left' })).toBeVisible();
      await shot('confirm-wrong');
      await portal.codeField.fill('');
      await portal.typeCode(code);
      await page.waitForURL('**/leave');
      await shot('leave');
      await page.getByRole('button', { name: 'Cancel, add nothing' }).click();
      await shot('leave-cancel');
      await page.getByRole('button', { name: 'Keep it' }).click();
      await portal.leave();
      await shot('click-to-pay');
      await page.getByRole('link', { name: 'What is Click to Pay?' }).click();
      await shot('click-to-pay-about');
      await page.goBack();
      await clickToPay.continue();
      await shot('click-to-pay-added');
      await clickToPay.goBack();
      await shot('results-mixed');

      const again = async (card: typeof a, sent: number) => {
        await portal.open('/cards');
        await portal.add(card);
        await portal.agree();
        await portal.confirm(
          robin,
          Array.from({ length: sent }, () => 'an earlier one'),
        );
      };
      await again(coded, 1);
      await portal.leave();
      await shot('click-to-pay-code');
      await clickToPay.typeCode(otherThan(await mastercard.code(robin.email)));
      await expect(page.getByRole('alert')).toBeVisible();
      await shot('click-to-pay-code-wrong');
      await clickToPay.cancel();
      await shot('results-cancelled');
      await again(lost, 2);
      await shot('results-unknown');
      await again(late, 3);
      await portal.leave();
      await shot('click-to-pay-expired');
      await clickToPay.goBack();
      await shot('results-open');
      await portal.open('/cards');
      await shot('cards-after');
      await portal.open('/activity');
      await shot('activity');
      await portal.openChooseFor('Harbour Market');
      await shot('choose-one');
      await portal.choice(a).check();
      await portal.continueFromChoose();
      await shot('review-shop');
      await portal.agree();
      await portal.confirm(robin, ['1', '2', '3', '4']);
      await portal.leave('Harbour Market');
      await shot('shop');
      await shop.save();
      await shot('shop-saved');
      await shop.goBack();
      for (const [path, name] of [
        ['/tokenization-results/none', 'return-unmatched'],
        ['/legal/privacy', 'privacy'],
        ['/legal/terms', 'terms'],
        ['/no-such-page', 'not-found'],
      ] as const) {
        await portal.open(path);
        await shot(name);
      }
    });
  });
}
