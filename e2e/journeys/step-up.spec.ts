import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';

test.describe('when the bank asks for a code', () => {
  test('AU-11: where the policy asks for none, agreeing leads straight on, and the page says why @once', async ({
    page,
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customerIn('NZL', '000');
    await portal.bringToReview(robin, robin.cards[0]);
    await expect(page.getByText('Where you live (New Zealand), you need no code for this.')).toBeVisible();
    await portal.tick();
    await page.getByRole('button', { name: 'Agree and send' }).click();
    await page.waitForURL('**/leave');
    expect(await world.codes(robin)).toEqual([]);
    expect(await mastercard.pushes(robin)).toHaveLength(1);
    await portal.leave();
    await clickToPay.finish();
    await expect(portal.row(robin.cards[0])).toContainText('Reported added');
    await portal.open('/activity');
    await expect(page.getByText('No code was needed')).toBeVisible();
  });

  test(
    'AZ-04: three cards ask for a code after all; the page says why',
    { tag: '@once' },
    async ({ page, world, portal }) => {
      const robin = await world.customerIn('NZL', '000', '000', { product: 'reserve' });
      await portal.bringToReview(robin);
      await expect(page.getByText('We ask for it when 3 or more cards go at once.')).toBeVisible();
      await portal.agree();
      await expect(page.getByText('We ask for it when 3 or more cards go at once.')).toBeVisible();
      await portal.confirm(robin);
      await expect(page).toHaveURL(/\/leave$/);
    },
  );

  test(
    'a slip that did not go without a code is sent by one press, with no code',
    { tag: '@once' },
    async ({ page, world, portal, mastercard }) => {
      const robin = await world.customerIn('NZL', '401');
      await portal.bringToReview(robin, robin.cards[0]);
      await portal.tick();
      await page.getByRole('button', { name: 'Agree and send' }).click();
      await expect(portal.heading).toHaveText('Ready to send');
      await expect(page.getByText('Your slip could not be sent, and nothing was added.')).toBeVisible();
      await expectAccessible(page, 'ready to send, without a code');
      await page.getByRole('button', { name: 'Send it' }).click();
      await expect.poll(async () => (await mastercard.pushes(robin)).length).toBe(2);
      await expect(portal.heading).toHaveText('Ready to send');
    },
  );

  test(
    'AU-11: where it is always asked for, the page says where and why',
    { tag: '@once' },
    async ({ page, world, portal }) => {
      const robin = await world.customerIn('IRL', '000');
      await portal.bringToReview(robin, robin.cards[0]);
      await expect(
        page.getByText('Where you live (Ireland), we ask for it before a card goes to another company.'),
      ).toBeVisible();
    },
  );
});
