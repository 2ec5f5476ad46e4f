import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';
import { Inspector } from '../pages/inspector';

const TO_THE_DOOR = [
  'Browser to Partner Bank: POST choose, draft',
  'Browser to Partner Bank: POST agree, consented',
  'Browser to Partner Bank: POST confirm, pushing',
  'Partner Bank to MDES: POST pushMultipleAccounts, 200',
  'Browser to Partner Bank: POST leave, 303',
  'Partner Bank to Browser: 303 /provision?…',
  'Browser to Click to Pay: GET /provision?…, 303',
  'Click to Pay to MDES: verify, load 1 receipt, ok',
];
const BACK_HOME = [
  'Click to Pay to Browser: 303 /tokenization-results?…',
  'Browser to Partner Bank: GET /tokenization-results?…, 303',
  'Partner Bank to Browser: 303 /tokenization-results/…',
];

test.describe('the inspector @once', () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  test('scenario one: beside the journey, the diagram draws itself, and every hop opens', async ({
    page,
    world,
    portal,
    clickToPay,
    watch,
  }) => {
    const robin = await world.customer('000');
    const inspector = new Inspector(page);
    await portal.signIn(robin);
    const scripts = () =>
      page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).length,
      );
    const without = await scripts();
    await inspector.dock();
    await expect(page.getByText('No journey yet.', { exact: false })).toBeVisible();
    expect(await scripts(), 'the panel comes when it is opened').toBeGreaterThan(without);

    await portal.bringOn(robin.cards);
    await expect(inspector.hop(/POST agree/)).toBeVisible();
    await portal.confirm(robin);
    await expect(inspector.hop(/pushMultipleAccounts, 200/)).toBeVisible();
    await expect(inspector.hops.last()).toContainText('POST leave, next');

    await test.step('the push opens to what was signed, sent, decrypted and answered', async () => {
      await inspector.hop(/pushMultipleAccounts/).click();
      await inspector.tab('Headers');
      await expect(inspector.details.getByRole('row', { name: /^oauth_body_hash/ })).toContainText('SHA-256');
      await inspector.tab('Base string');
      await expect(inspector.details).toContainText('POST&http%3A%2F%2F127.0.0.1');
      await inspector.tab('Body');
      await expect(inspector.details).toContainText('encryptedKey');
      await expect(inspector.details).toContainText(`••••••••••••${robin.cards[0].last4}`);
      await inspector.tab('JWS');
      await expect(inspector.details.getByRole('listitem').first()).toContainText(
        /passed RS256 .*MDES-token-connect/,
      );
      await inspector.tab('curl');
      await expect(inspector.details).toContainText('<sign the base string with your key>');
    });

    await portal.leave();
    await clickToPay.finish();

    await test.step('the panel is still there after the browser came back', async () => {
      await expect(inspector.hops.last()).toContainText('303 /tokenization-results/');
    });

    expect((await inspector.story()).filter((hop) => !/getEligible|getAsset/.test(hop))).toEqual([
      ...TO_THE_DOOR,
      ...BACK_HOME,
    ]);
    await inspector.hop(/Partner Bank to Browser: 303 .provision/).click();
    await inspector.tab('Redirect');
    await expect(inspector.details.getByRole('row', { name: /^extFlow true/ })).toContainText(
      'Issuer enrollment, step 3',
    );
    await watch.searchPage(page);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(inspector.hops).toHaveCount(0);
  });

  test('scenario two: in a window of its own, live, while Click to Pay asks for a code', async ({
    page,
    context,
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customer('101');
    const inspector = new Inspector(await context.newPage());
    await inspector.open();
    await expect(inspector.page.getByText('Nobody is signed in', { exact: false })).toBeVisible();
    await portal.bringToClickToPay(robin);
    await inspector.page.bringToFront();
    await expect(inspector.hop(/with the cardholder, live/)).toBeVisible();
    await expect(inspector.hops.last()).toContainText('GET /tokenization-results, next');
    await page.bringToFront();
    await clickToPay.typeCode(await mastercard.code(robin.email));
    await clickToPay.goBack();
    await inspector.page.bringToFront();
    await expect(inspector.hops.last()).toContainText('303 /tokenization-results/');
    expect((await inspector.story()).filter((hop) => !/getEligible|getAsset/.test(hop))).toEqual([
      ...TO_THE_DOOR,
      ...BACK_HOME,
    ]);
  });

  test('AU-04: looking on does not keep the session alive', async ({ page, world, portal }) => {
    const robin = await world.customer('000');
    await portal.enter(robin);
    await world.wait(robin, 29);
    const looked = await page.request.get('/api/demo/inspector');
    expect(await looked.json()).toMatchObject({ journeys: [] });
    await world.wait(robin, 2);
    const late = await page.request.get('/api/demo/inspector');
    expect(await late.json()).toBeNull();
    expect((await page.request.get('/api/demo/inspector/export')).status()).toBe(401);
  });

  test('scenario three: a cancellation, by keyboard alone', async ({ world, portal, clickToPay }) => {
    const robin = await world.customer('000');
    await portal.bringToClickToPay(robin);
    await clickToPay.cancel();
    const inspector = new Inspector(portal.page);
    await inspector.open();
    await expect(inspector.hops.last()).toContainText('303 /tokenization-results/');
    const back = inspector.hop(/Click to Pay to Browser: 303/);
    await back.focus();
    await portal.page.keyboard.press('Enter');
    await expect(back).toHaveAttribute('aria-current', 'true');
    const tab = inspector.details.getByRole('tab').first();
    await tab.focus();
    await expect(inspector.details.getByRole('row', { name: /^results\[/ })).toContainText('CANCELLED');
    await expectAccessible(portal.page, 'inspector');
  });

  test('what happens next is chosen beside the page on which it happens', async ({ page, world, portal }) => {
    const robin = await world.customer('000');
    await portal.bringToConfirm(robin);
    await new Inspector(page).dock();
    const panel = page.getByRole('complementary', { name: 'Inspector' });
    await panel.getByRole('combobox', { name: 'Next outcome' }).selectOption('status-500');
    await panel.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(panel.getByRole('status').filter({ hasText: 'Set. It counts' })).toBeVisible();
    await portal.confirm(robin);
    await expect(portal.heading).toHaveText('We don’t know yet if your card arrived');
  });
});
