import { expect, test } from '../fixtures/test';

/** Rows of the table of outcomes (README), ordered for one card; in the words that a person reads. The whole table is walked without a browser. */
const ROWS = [
  { outcome: 'declined', headline: 'Click to Pay did not take this card' },
  { outcome: 'contradictory', headline: 'We could not confirm what happened' },
  { outcome: 'polluted', headline: 'Click to Pay reports one card added' },
  { outcome: 'forged-receipt', headline: 'Click to Pay has not answered yet' },
] as const;

test.describe('an outcome on demand', { tag: '@once' }, () => {
  for (const { outcome, headline } of ROWS) {
    test(`${outcome}, ordered when the browser is at Click to Pay already`, async ({
      world,
      portal,
      clickToPay,
    }) => {
      const robin = await world.customer('000');
      await portal.bringToClickToPay(robin);
      await world.outcome({ customer: robin, card: robin.cards[0] }, outcome);
      await clickToPay.finish();
      await expect(portal.heading).toHaveText(headline);
    });
  }

  for (const { outcome, headline } of [
    { outcome: 'hostile-uri-userinfo', headline: 'We stopped before Click to Pay' },
    { outcome: 'signature-alg-none', headline: 'We stopped before Click to Pay' },
    { outcome: 'reset-mid-body', headline: 'We don’t know yet if your card arrived' },
  ]) {
    test(`${outcome}, ordered before the push, for one of two cards`, async ({ page, world, portal }) => {
      const robin = await world.customer('000', '000');
      const [spoilt, fine] = robin.cards;
      await world.outcome({ customer: robin, card: spoilt }, outcome);
      await portal.bringToLeaving(robin, spoilt);
      await expect(portal.heading).toHaveText(headline);
      await expect(page.getByText(/evil\.example|undefined|null|\[object|[A-Z]+_[A-Z]+/)).toHaveCount(0);

      await test.step('the other card goes as it should', async () => {
        await portal.bringToLeaving(robin, fine);
        await expect(page).toHaveURL(/\/leave$/);
      });
    });
  }

  test('late: the way back opens when the receipt has expired, and is no success', async ({
    page,
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('226');
    await portal.bringToClickToPay(robin);
    await clickToPay.continue();
    await clickToPay.returnLink.click();
    await expect(clickToPay.heading).toHaveText('We are still busy');
    await world.wait(robin, 16);
    await clickToPay.returnLink.click();
    await page.waitForURL(/\/tokenization-results\/|\/login/);
    await expect(portal.heading).toHaveText('We could not confirm what happened');
  });

  test('AS-06: a card that Click to Pay stops taking while the tab sleeps is no longer offered when the person looks again', async ({
    page,
    world,
    portal,
  }) => {
    const robin = await world.customer({ ownRange: true });
    await portal.signIn(robin);
    await expect(portal.addButton(robin.cards[0])).toBeVisible();
    // Its effects run in one go: once the heading has the focus, the page listens, too.
    await expect(portal.heading).toBeFocused();
    await world.outcome(robin, 'click-to-pay-not-eligible');
    await world.wait(robin, 2);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await expect(portal.addButton(robin.cards[0])).toHaveCount(0);

    await test.step('and again when it takes the card again', async () => {
      await world.asUsual(robin);
      await world.wait(robin, 2);
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
      await expect(portal.addButton(robin.cards[0])).toBeVisible();
    });
  });

  test('a customer is as on the first day again, and Click to Pay has forgotten them', async ({
    page,
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToClickToPay(robin);
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');
    await world.reset(robin);
    await page.context().clearCookies();
    await portal.bringToClickToPay(robin);
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');
  });
});
