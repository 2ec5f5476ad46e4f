import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ timeout: 120_000 });

test.describe('the card works', () => {
  test('a cardholder adds a card, then pays with it in a shop that knows them by e-mail and code', async ({
    page,
    world,
    portal,
    clickToPay,
    paperShop,
    mastercard,
  }) => {
    const robin = await world.customer('000', { outcome: '203', product: 'reserve' });
    const [card, waiting] = robin.cards;
    await portal.bringToClickToPay(robin);
    await clickToPay.continue();
    await expect(clickToPay.heading).toContainText(`${card.last4} added`);
    await expectAccessible(page, 'added, with a way to the shop');
    await clickToPay.goBack();

    await page.getByRole('link', { name: 'Try it in a shop' }).click();
    await expect(paperShop.heading).toHaveText('One thing on paper');
    await expectAccessible(page, 'shop');
    await paperShop.payWithClickToPay();

    await test.step('an address that nobody has gets a plain word', async () => {
      await paperShop.giveEmail(`nobody-${robin.email}`);
      await expect(paperShop.heading).toHaveText('We do not know this e-mail');
      await expectAccessible(page, 'unknown e-mail');
    });

    await paperShop.giveEmail(robin.email);
    await expect(paperShop.heading).toHaveText('Enter your code');
    await expectAccessible(page, 'code at the checkout');
    await clickToPay.typeCode(await mastercard.code(robin.email));

    await expect(paperShop.heading).toHaveText('Pay £18.50');
    await expect(paperShop.card(card.last4)).toBeChecked();
    await expect(paperShop.card(waiting.last4)).toBeDisabled();
    await expectAccessible(page, 'pay');
    await paperShop.pay();
    await expect(paperShop.heading).toHaveText('Thank you, it is paid');
    const proof = page.getByRole('region', { name: 'What the shop received' });
    await expect(proof).toContainText(/DWSPMC••••[0-9a-f]{4}/);
    await expect(proof).toContainText('Yes: it fits this token, this shop and this amount');
    await expectAccessible(page, 'receipt');

    await page.getByRole('link', { name: 'See it in your Click to Pay profile' }).click();
    await expect(paperShop.heading).toHaveText('Your Click to Pay profile');
    await expect(page.getByRole('link', { name: '£18.50 at The Paper Shop' })).toBeVisible();
    await expectAccessible(page, 'profile');
  });

  test('a remembered browser pays without a code, is forgotten on its profile page, and is asked again @once', async ({
    page,
    world,
    portal,
    clickToPay,
    paperShop,
    mastercard,
  }) => {
    const robin = await world.customer('101', { outcome: '101', product: 'reserve' });
    const [first, second] = robin.cards;
    await portal.bringToClickToPay(robin, first);
    await clickToPay.rememberMe();
    await clickToPay.typeCode(await mastercard.code(robin.email));
    await page.getByRole('link', { name: 'Try it in a shop' }).click();
    await paperShop.payWithClickToPay();
    await expect(page.getByText('This browser is remembered for', { exact: false })).toBeVisible();
    await paperShop.pay();
    expect(await mastercard.messages(robin.email)).toHaveLength(1);

    await test.step('by keyboard alone: every browser forgotten, the card removed', async () => {
      await paperShop.openProfile();
      await page.getByRole('button', { name: /^Forget / }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByText('No browser is remembered.', { exact: false })).toBeVisible();
      await page.getByText('Remove', { exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status')).toHaveText('The card was removed.');
    });

    await portal.bringToClickToPay(robin, second);
    await expect(clickToPay.codeField).toBeVisible();
    expect(await mastercard.messages(robin.email)).toHaveLength(2);
  });
});
