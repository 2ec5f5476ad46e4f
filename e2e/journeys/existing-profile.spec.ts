import { expect, test } from '../fixtures/test';
import { otherThan } from '../fixtures/world';

test.describe('scenario two: the profile exists', () => {
  test('a cardholder proves who they are by e-mail, and the remembered browser skips the code next time', async ({
    page,
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customer('101', { outcome: '101', product: 'reserve' });
    const [first, second] = robin.cards;
    await portal.bringToClickToPay(robin, first);
    await expect(clickToPay.heading).toHaveText('Welcome back, Robin');
    await expect(page.getByRole('radio', { name: /^E-mail/ })).toBeChecked();

    await test.step('a wrong code costs a try and says so', async () => {
      await clickToPay.typeCode(otherThan(await mastercard.code(robin.email)));
      await expect(page.getByRole('alert')).toHaveText('That code is not right. 2 tries are left.');
      await page.reload();
      await expect(page.getByText('2 tries left', { exact: true })).toBeVisible();
    });

    await clickToPay.rememberMe();
    await clickToPay.typeCode(await mastercard.code(robin.email));
    await expect(clickToPay.heading).toContainText(`${first.last4} added`);
    await clickToPay.goBack();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');

    await test.step('the second card needs no code at Click to Pay', async () => {
      await portal.bringToClickToPay(robin, second);
      await expect(page.getByText('No code is needed this time.', { exact: false })).toBeVisible();
      await clickToPay.finish();
      await expect(portal.row(second)).toContainText('Reported added');
    });

    expect(await mastercard.messages(robin.email)).toHaveLength(1);
  });

  test('a code by mobile: another code is sent, the one before it stops working @once', async ({
    page,
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customer('101');
    await portal.bringToClickToPay(robin);
    const old = await mastercard.code(robin.email);
    await clickToPay.sendNewCode('Mobile');
    await expect(page.getByRole('radio', { name: /^Mobile/ })).toBeChecked();
    const fresh = await mastercard.code(robin.email, 1);
    expect((await mastercard.messages(robin.email)).map(({ channel }) => channel)).toEqual([
      'mobile',
      'email',
    ]);
    await clickToPay.typeCode(old === fresh ? otherThan(fresh) : old);
    await expect(page.getByRole('alert')).toContainText('That code is not right.');
    await clickToPay.typeCode(fresh);
    await clickToPay.goBack();
    await expect(portal.row(robin.cards[0])).toContainText('Reported added');
  });

  test('three wrong codes: Click to Pay stops, the bank says declined and nothing was added @once', async ({
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customer('101');
    await portal.bringToClickToPay(robin);
    const wrong = otherThan(await mastercard.code(robin.email));
    for (const left of ['2 tries left', '1 try left']) {
      await clickToPay.typeCode(wrong);
      await expect(clickToPay.page.getByText(left, { exact: true })).toBeVisible();
    }
    await clickToPay.typeCode(wrong);
    await expect(clickToPay.heading).toHaveText('That was the last try');
    await clickToPay.goBack();
    await expect(portal.heading).toHaveText('Click to Pay did not take this card');
    await portal.open('/cards');
    await expect(portal.addButton(robin.cards[0])).toBeVisible();
  });

  test('a known profile does not always need a code @once', async ({
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customer('102');
    await portal.bringToClickToPay(robin);
    await expect(clickToPay.heading).toHaveText('Welcome back, Robin');
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');
    expect(await mastercard.messages(robin.email)).toEqual([]);
  });
});
