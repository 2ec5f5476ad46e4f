import { PORTAL_URL, SANDBOX_URL } from '../fixtures/addresses';
import { expect, test } from '../fixtures/test';

test.describe('other wallets and shops', () => {
  test('a shop takes one card, by the unsigned form, with exactly the details it accepts', async ({
    page,
    world,
    portal,
    shop,
    mastercard,
  }) => {
    const robin = await world.customer('000', { product: 'reserve' });
    const [first, second] = robin.cards;
    await portal.enter(robin);
    await portal.openChooseFor('Harbour Market');
    await expect(page.getByRole('radio')).toHaveCount(2);
    await portal.choice(first).check();
    await portal.choice(second).check();
    await expect(portal.choice(first)).not.toBeChecked();
    await portal.continueFromChoose();
    await expect(page.getByRole('group', { name: /share or keep private$/ })).toHaveCount(1);
    await expect(page.getByText(robin.email)).toBeVisible();
    await portal.agree();
    await portal.confirm(robin);

    const arrival = page.waitForRequest((request) =>
      request.url().startsWith(`${SANDBOX_URL}/harbour-market/provision?`),
    );
    await portal.leave('Harbour Market');
    const query = new URL((await arrival).url()).searchParams;
    expect([...query.keys()]).toEqual([
      'pushAccountReceipts',
      'accountHolderDataSupplied',
      'locale',
      'completeIssuerAppActivation',
      'completeWebsiteActivation',
      'callbackURL',
    ]);
    expect(query.get('callbackURL')).toBe(`${PORTAL_URL}/tokenization-results`);
    expect(query.get('locale')).toBe('en_GB');

    await expect(shop.heading).toHaveText('Save this card?');
    await shop.save();
    await expect(shop.heading).toHaveText('Card saved');
    await shop.goBack();
    await expect(portal.heading).toHaveText('Harbour Market reports one card added');
    const [push] = await mastercard.pushes(robin);
    const sent = JSON.stringify(push?.bodyDecrypted);
    expect(sent).toContain(robin.email);
    expect(sent).not.toContain('1 Test Street');
    expect(sent).not.toContain('7700');

    await portal.open('/cards');
    await expect(portal.row(second)).toContainText('Also reported saved at Harbour Market');
    await expect(portal.addButton(second)).toBeVisible();
  });

  test('another wallet takes several by the signed form, and its cancel adds nothing @once', async ({
    page,
    world,
    portal,
    shop,
  }) => {
    const robin = await world.customer('000', { product: 'together' });
    await portal.enter(robin);
    await portal.openChooseFor('Northwind Pay');
    await portal.choose(...robin.cards);
    await portal.agree();
    await portal.confirm(robin);
    const arrival = page.waitForRequest((request) =>
      request.url().startsWith(`${SANDBOX_URL}/northwind-pay/provision?`),
    );
    await portal.leave('Northwind Pay');
    expect([...new URL((await arrival).url()).searchParams.keys()]).toEqual(['pushAccountData', 'locale']);
    await expect(shop.heading).toHaveText('Save these cards?');
    await shop.cancel();
    await expect(portal.heading).toHaveText('You cancelled at Northwind Pay');
  });

  test('AS-01: names are shown in full; a wallet that lives in an app explains itself, with a QR code beside it', async ({
    page,
    world,
    portal,
  }) => {
    const robin = await world.customer('000');
    await portal.enter(robin);
    await portal.open('/wallets');
    await expect(
      page.getByRole('heading', {
        name: 'Evergreen Riverside Farmers, Bakers, Makers and Neighborhood Grocers Cooperative of the Lower Valley',
        exact: true,
      }),
    ).toBeVisible();
    const appOnly = page.getByRole('listitem').filter({ hasText: 'Pocket Transit' });
    await expect(appOnly).toContainText('Only from its app on a phone');
    await expect(appOnly).toContainText('Open Pocket Transit on your iPhone or Android phone');
    const wide = (page.viewportSize()?.width ?? 0) > 1000;
    await expect(page.getByRole('img', { name: 'QR code with the address of this page' })).toBeVisible({
      visible: wide,
    });
    await expect(appOnly.getByRole('link', { name: 'Open Pocket Transit' })).toBeVisible({ visible: !wide });
    // Pictures come from the bank's own address and are really drawn.
    const logos = page.getByRole('main').locator('img');
    await expect(logos.first()).toBeVisible();
    for (const logo of await logos.all())
      expect(
        await logo.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
      ).toBeGreaterThan(0);
    const appLink = appOnly.getByRole('link', { name: 'Open Pocket Transit', includeHidden: true });
    await expect(appLink).toHaveAttribute('href', `${SANDBOX_URL}/pocket-transit/app`);
    await page.goto(`${SANDBOX_URL}/pocket-transit/app`);
    await expect(portal.heading).toHaveText('Pocket Transit, the app');
  });
});
