import { expect, test } from '../fixtures/test';

test.use({ javaScriptEnabled: false });

test('PU-11: without JavaScript the whole way can be gone, from signing in to the results', async ({
  page,
  world,
  portal,
  clickToPay,
  mastercard,
}) => {
  const robin = await world.customer('101', { product: 'reserve' });
  const [card, second] = robin.cards;
  await portal.signIn(robin);
  await portal.openChoose();
  await portal.choose(card, second);

  await test.step('review: the browser itself asks for the tick; what is kept private stays private', async () => {
    await portal.keepPrivate('Mobile');
    await portal.agree();
  });

  await test.step('confirm: a wrong code is answered in words', async () => {
    await expect(portal.heading).toHaveText('Enter your code');
    const code = await world.code(robin);
    await portal.codeField.fill(code === '000000' ? '111111' : '000000');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByText('That is not the code we sent.', { exact: false })).toBeVisible();
    await expect(page.getByText(/\b4 tries left/).first()).toBeVisible();
  });

  await test.step('a new code can be asked for, and seals the slip', async () => {
    const before = await world.codes(robin);
    await world.wait(robin, 1);
    await portal.resendCode();
    const code = await world.code(robin, before);
    await portal.codeField.fill(code);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.waitForURL('**/leave');
    await expect(page.getByText(/^Finish there by \d\d:\d\d\./)).toBeVisible();
    await expect(page.getByRole('timer')).toHaveCount(0);
  });

  await portal.leave();
  await expect(clickToPay.heading).toHaveText('Welcome back, Robin');
  await clickToPay.typeCode(await mastercard.code(robin.email));
  await clickToPay.goBack();
  await expect(portal.heading).toHaveText('Click to Pay reports two cards added');
  const [push] = await mastercard.pushes(robin);
  expect(JSON.stringify(push?.bodyDecrypted)).not.toContain('7700');
  await portal.open('/cards');
  await expect(portal.row(card)).toContainText('Click to Pay reported this card added');
  await portal.open('/activity');
  await expect(page.getByText('Click to Pay answered', { exact: true })).toBeVisible();
});

test('without JavaScript the slip can be cancelled at the bank @once', async ({ page, world, portal }) => {
  const robin = await world.customer('000');
  await portal.signIn(robin);
  await portal.add(robin.cards[0]);
  await portal.agree();
  await portal.codeField.fill(await world.code(robin));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.waitForURL('**/leave');
  await page.getByRole('button', { name: 'Cancel, add nothing' }).click();
  await expect(portal.heading).toHaveText('You cancelled this slip');
});
