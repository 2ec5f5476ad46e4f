import { expect, test } from '../fixtures/test';

test.describe('several cards', () => {
  test('five cards go in one slip; a sixth is held back with the reason', async ({
    page,
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customer('000', '000', '000', '000', '000', '000');
    const [a, b, c, d, e, sixth] = robin.cards;
    const five = [a, b, c, d, e];
    await portal.signIn(robin);
    await portal.openChoose();
    for (const card of five) await portal.choice(card).check();
    await portal.choice(sixth).click();
    await expect(portal.choice(sixth)).not.toBeChecked();
    await expect(page.getByText('Click to Pay takes 5 cards at a time.', { exact: false })).toBeVisible();
    await portal.continueFromChoose();
    await portal.agree();
    await portal.confirm(robin);
    await portal.leave();
    await clickToPay.continue();
    await expect(clickToPay.heading).toHaveText('5 cards added');
    await clickToPay.goBack();
    await expect(portal.heading).toHaveText('Click to Pay reports five cards added');
    const [push] = await mastercard.pushes(robin);
    expect(push?.bodyDecrypted).toHaveLength(5);
    await portal.open('/cards');
    for (const card of five)
      await expect(portal.row(card)).toContainText('Click to Pay reported this card added');
    await expect(portal.addButton(sixth)).toBeVisible();
  });

  test('CB-12: one card of two is refused by Mastercard: the other goes on, each shows its own state @once', async ({
    page,
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('000', { outcome: '301', product: 'together' });
    const [good, refused] = robin.cards;
    await portal.bringToClickToPay(robin);
    const offered = page.getByRole('main');
    await expect(offered.getByText(good.last4)).toBeVisible();
    await expect(offered.getByText(refused.last4)).toHaveCount(0);
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');
    await expect(portal.row(good)).toContainText('Reported added');
    await expect(portal.row(refused)).toContainText('This card cannot go there');
    await portal.open('/cards');
    await expect(portal.row(good)).toContainText('Click to Pay reported this card added');
    await expect(portal.addButton(refused)).toBeVisible();
  });

  test('mixed answers are told card by card, and a failure never looks like a success', async ({
    page,
    world,
    portal,
    clickToPay,
  }) => {
    const said = [
      ['000', 'Reported added'],
      ['201', 'Declined'],
      ['202', 'Already there'],
      ['203', 'One more step'],
      ['204', 'Not added'],
    ] as const;
    const robin = await world.customer(...said.map(([outcome]) => outcome));
    await portal.bringToClickToPay(robin);
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');
    for (const [index, card] of robin.cards.entries())
      await expect(portal.row(card).getByRole('heading')).toContainText(said[index]?.[1] ?? 'no such card');
    await expect(page.getByText('Reported added', { exact: true })).toHaveCount(1);

    await test.step('the cards that did not make it can be tried again, the others not', async () => {
      await expect(page.getByRole('button', { name: /^Try again with/ })).toHaveCount(2);
    });

    await test.step('CB-13: reload, back and another tab show the same', async () => {
      await page.reload();
      await expect(portal.heading).toHaveText('Click to Pay reports one card added');
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      // Not `goForward`: it takes the change of process between the two sites for an aborted navigation now and then.
      await page.evaluate(() => history.forward());
      await page.waitForURL('**/tokenization-results/*');
      await expect(portal.heading).toHaveText('Click to Pay reports one card added');
    });
  });

  test('no card taken at all: the slip was not accepted, and nobody is sent anywhere @once', async ({
    page,
    world,
    portal,
    mastercard,
  }) => {
    const robin = await world.customer('301');
    await portal.bringToLeaving(robin);
    await expect(page).toHaveURL(/\/tokenization-results\//);
    await expect(portal.heading).toHaveText('This card was not accepted');
    await expect(portal.row(robin.cards[0])).toContainText('This card cannot go there');
    await expect(page.getByRole('link', { name: /^Continue to/ })).toHaveCount(0);
    expect(await mastercard.pushes(robin)).toHaveLength(1);
  });
});
