import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible';
import { addAuthenticator } from '../fixtures/authenticator';
import { expect, test } from '../fixtures/test';
import type { Customer, World } from '../fixtures/world';
import type { Portal } from '../pages/portal';

// The virtual authenticator and the server's answers are the same for every screen.
test.describe('a passkey', { tag: '@once' }, () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  /** Through the account menu: a code, a name, the device. */
  async function addPasskey(page: Page, portal: Portal, world: World, robin: Customer): Promise<void> {
    await page.getByRole('button', { name: /^Your account/ }).click();
    await page.getByRole('link', { name: 'Passkeys' }).click();
    await page.waitForURL('**/account/passkeys');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await portal.typeCode(await world.code(robin));
    await page.getByRole('textbox', { name: 'Name' }).fill('My laptop');
    await page.getByRole('button', { name: 'Make the passkey' }).click();
    await expect(page.getByText('Your passkey is ready.')).toBeVisible();
  }

  async function agree(page: Page, portal: Portal): Promise<void> {
    await expect(page.getByText('Next you use your passkey.')).toBeVisible();
    await portal.tick();
    await page.getByRole('button', { name: 'Agree and continue' }).click();
    await page.waitForURL('**/confirm');
  }

  test('AU-11: is added after a code, and then stands in for codes through the whole journey', async ({
    page,
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    test.setTimeout(120_000);
    const robin = await world.customer('000');
    await addAuthenticator(page);
    await portal.enter(robin);
    await portal.open('/account/passkeys');
    await expectAccessible(page, 'no passkey yet');
    await addPasskey(page, portal, world, robin);
    await expectAccessible(page, 'passkeys');

    await portal.bringToReview(robin);
    await agree(page, portal);
    await expect(portal.heading).toHaveText('Confirm it’s you');
    await expectAccessible(page, 'confirm with a passkey');
    await page.getByRole('button', { name: 'Use my passkey' }).click();
    await page.waitForURL('**/leave');
    expect(await world.codes(robin)).toHaveLength(1);
    expect(await mastercard.pushes(robin)).toHaveLength(1);
    await portal.leave();
    await clickToPay.finish();
    await expect(portal.row(robin.cards[0])).toContainText('Reported added');
    await expect(page.getByRole('link', { name: 'Add a passkey' })).toBeHidden();

    await test.step('removed, a code is asked for again', async () => {
      await portal.open('/account/passkeys');
      await expect(page.getByRole('listitem').filter({ hasText: 'My laptop' })).toContainText('Last used on');
      await page.getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click();
      await expect(page.getByText('The passkey is removed.')).toBeVisible();
      await expect(page.getByRole('listitem').filter({ hasText: 'My laptop' })).toBeHidden();
    });
  });

  test('AU-11: a device that does not recognise its person confirms nothing; a code does', async ({
    page,
    world,
    portal,
    mastercard,
  }) => {
    const robin = await world.customer('000');
    const device = await addAuthenticator(page);
    await portal.bringToCards(robin);
    await addPasskey(page, portal, world, robin);
    const before = await world.codes(robin);
    await portal.bringToReview(robin);
    await agree(page, portal);
    await device.lock();
    await page.getByRole('button', { name: 'Use my passkey' }).click();
    await expect(page.getByText('Your device did not finish.')).toBeVisible();
    expect(await mastercard.pushes(robin)).toEqual([]);
    await page.getByRole('button', { name: 'Use a code instead' }).click();
    await expect(page.getByRole('button', { name: 'Use my passkey instead' })).toBeVisible();
    await portal.confirm(robin, before);
    await expect(page).toHaveURL(/\/leave$/);
    expect(await mastercard.pushes(robin)).toHaveLength(1);
  });

  test('is offered after the first code, quietly', async ({ page, world, portal, clickToPay }) => {
    const robin = await world.customer('000');
    await portal.bringToClickToPay(robin);
    await clickToPay.finish();
    await page.getByRole('link', { name: 'Add a passkey' }).click();
    await expect(portal.heading).toHaveText('Passkeys');
    await expect(page.getByRole('button', { name: 'Make the passkey' })).toBeVisible();
  });
});
