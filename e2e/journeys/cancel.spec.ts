import { expect, test } from '../fixtures/test';
import { otherThan } from '../fixtures/world';

test.describe('scenario three: the cardholder cancels', () => {
  test('a cardholder who cancels at Click to Pay comes back to a neutral page and can try again', async ({
    page,
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customer('000');
    const [card] = robin.cards;
    await portal.bringToClickToPay(robin);
    await clickToPay.cancel();
    await expect(portal.heading).toHaveText('You cancelled at Click to Pay');
    await expect(portal.row(card)).toContainText('You cancelled');
    await expect(page.getByText(/wrong|failed|error/i)).toHaveCount(0);

    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.waitForURL('**/review');
    await portal.agree();
    await portal.confirm(robin, ['the first one']);
    await portal.leave();
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');
    const pushes = await mastercard.pushes(robin);
    expect(new Set(pushes.map(({ requestId }) => requestId)).size).toBe(2);
  });

  test('cancel works on every screen of Click to Pay and adds nothing @once', async ({
    page,
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customer('101', { outcome: '000', product: 'reserve' });
    const [coded, plain] = robin.cards;

    await test.step('on the code page, after a wrong code', async () => {
      await portal.bringToClickToPay(robin, coded);
      await clickToPay.typeCode(otherThan(await mastercard.code(robin.email)));
      await expect(page.getByRole('alert')).toContainText('That code is not right.');
      await clickToPay.cancel();
      await expect(portal.heading).toHaveText('You cancelled at Click to Pay');
    });

    await test.step('on the page that asks for e-mail and mobile', async () => {
      await portal.bringToReview(robin, plain);
      for (const field of ['Address', 'E-mail', 'Mobile'] as const) await portal.keepPrivate(field);
      await portal.agree();
      await portal.confirm(robin, ['the first one']);
      await portal.leave();
      await expect(clickToPay.heading).toHaveText('How can we reach you?');
      await clickToPay.cancel();
      await expect(portal.heading).toHaveText('You cancelled at Click to Pay');
    });

    await portal.open('/cards');
    await expect(portal.addButton(coded)).toBeVisible();
    await expect(portal.addButton(plain)).toBeVisible();
  });

  test('cancel with several cards brings one answer for each @once', async ({
    page,
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('000', { product: 'reserve' });
    await portal.bringToClickToPay(robin);
    await expect(page.getByRole('list', { name: 'Your cards' }).getByRole('listitem')).toHaveCount(2);
    await clickToPay.cancel();
    for (const card of robin.cards) await expect(portal.row(card)).toContainText('You cancelled');
  });

  test('cancel at the bank, before leaving: nothing goes, and the slip says who cancelled', async ({
    world,
    portal,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToLeaving(robin);
    await portal.cancelHere();
    await expect(portal.heading).toHaveText('You cancelled this slip');
    await portal.open('/cards');
    await expect(portal.addButton(robin.cards[0])).toBeVisible();
  });
});
