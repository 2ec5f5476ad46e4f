import { expectAccessible } from '../fixtures/accessible';
import { Portal } from '../pages/portal';
import { expect, test } from '../fixtures/test';

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1';

test.describe('signed-in devices', () => {
  test('ASVS 7.5.2: a phone that was left somewhere is signed out from here, and all others at once @once', async ({
    page,
    browser,
    world,
    portal,
    watch,
  }) => {
    const robin = await world.customer('000');
    const signedInOn = async (userAgent: string) => {
      const context = await browser.newContext({ userAgent });
      await watch.follow(context);
      const other = new Portal(await context.newPage(), world);
      await other.bringToCards(robin);
      return other;
    };
    const onPhone = await signedInOn(PHONE);
    const inLibrary = await signedInOn('Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0');

    await portal.bringToCards(robin);
    await page.getByRole('button', { name: /^Your account/ }).click();
    await expect(page.getByRole('link', { name: 'Download your data' })).toHaveAttribute(
      'href',
      '/api/me/export',
    );
    await page.getByRole('link', { name: 'Signed-in devices' }).click();
    await expect(portal.heading).toHaveText('Signed-in devices');
    const rows = page.getByRole('main').getByRole('list').first().getByRole('listitem');
    await expect(rows).toHaveCount(3);
    await expectAccessible(page, 'three devices');
    await expect(rows.first()).toContainText('This device');
    await expect(rows.first().getByRole('button')).toHaveCount(0);

    await test.step('one', async () => {
      await page.getByRole('button', { name: /^Sign out Safari on an iPhone/ }).click();
      await expect(page.getByText('That device is signed out.')).toBeVisible();
      await expect(rows).toHaveCount(2);
      await onPhone.open('/activity');
      await expect(onPhone.page).toHaveURL(/\/login\?next=/);
    });

    await test.step('all others', async () => {
      await page.getByRole('button', { name: 'Sign out all other devices' }).click();
      await expect(page.getByText('You are signed in nowhere else.')).toBeVisible();
      await inLibrary.addButton(robin.cards[0]).click();
      await expect(inLibrary.page).toHaveURL(/\/login/);
    });

    await portal.open('/cards');
    await expect(portal.heading).toHaveText('Your cards');
    for (const { page: there } of [onPhone, inLibrary]) await there.context().close();
  });

  test(
    'AU-06: after the fourth wrong password the person is warned, whoever they say they are',
    { tag: '@once' },
    async ({ page, world, portal }) => {
      const robin = await world.customer('000');
      for (const username of [robin.username, `no-${robin.username}`]) {
        const refused = page
          .getByRole('alert')
          .filter({ hasText: 'That username and password do not go together.' });
        for (let tries = 1; tries <= 4; tries += 1) {
          await portal.open('/login');
          await portal.typeLogin(username, `wrong ${String(tries)}`);
          await expect(refused).toContainText(tries < 4 ? 'Check both and try again.' : 'One more wrong try');
        }
      }
      await expectAccessible(page, 'one more wrong try');
      await portal.typeLogin(robin.username, robin.password);
      await expect(portal.heading).toHaveText('Your cards');
    },
  );
});
