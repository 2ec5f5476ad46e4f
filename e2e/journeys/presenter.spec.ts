import { expectAccessible } from '../fixtures/accessible';
import { SANDBOX_URL } from '../fixtures/addresses';
import { expect, test } from '../fixtures/test';
import { Inspector } from '../pages/inspector';

test.describe('the presenter @once', () => {
  test('sets what happens next on a screen of their own, while the audience sees the clean journey', async ({
    page,
    context,
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToCards(robin);
    const stage = await context.newPage();
    await stage.goto('/demo/presenter');
    await stage.getByLabel('Next outcome').selectOption({ label: 'Declined' });
    await stage.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(stage.getByRole('status').first()).toHaveText('Set. It counts from the next push.');

    await test.step('no tool is left in the audience’s window, in neither program', async () => {
      await stage.getByRole('button', { name: 'Hide the tools' }).click();
      await expect(stage.getByRole('button', { name: 'Show the tools' })).toBeVisible();
      await page.reload();
      await expect(page.getByRole('complementary', { name: 'Demo tools' })).toHaveCount(0);
      const cookies = await context.cookies(SANDBOX_URL);
      expect(cookies.find(({ name }) => name === 'tools')?.value).toBe('off');
    });

    await portal.bringOn(robin.cards);
    await portal.confirm(robin);
    await portal.leave();
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay did not take this card');
    await expect(new Inspector(stage).hops.last()).toContainText('303 /tokenization-results/');

    await stage.getByRole('button', { name: 'Show the tools' }).click();
    await expect(stage.getByRole('button', { name: 'Hide the tools' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('complementary', { name: 'Demo tools' })).toBeVisible();
  });

  test('begins a story with one click, and moves the clock of the person in it', async ({
    page,
    world,
    portal,
  }) => {
    await portal.open('/demo');
    await expectAccessible(page, 'stories');
    await page.getByText('What to show').first().click();
    await expect(page.getByText('Say why it says "reported".', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Start the story of Ada Quinn' }).click();
    await page.waitForURL('**/cards');
    await expect(page.getByText('Ada Quinn').first()).toBeVisible();

    const robin = await world.customer('000');
    await portal.signOut();
    await portal.bringToLeaving(robin);
    await portal.open('/demo');
    await page.getByRole('button', { name: '+16 min' }).click();
    await expect(page.getByText('16 minutes ahead.', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Begin again' }).click();
    await expect(page.getByRole('status').first()).toHaveText('As on the first day.');
  });
});
