import { expectAccessible } from '../fixtures/accessible';
import { expect, test } from '../fixtures/test';
import { otherThan } from '../fixtures/world';

// Nothing moves while it is looked at; what it ends as is the same.
test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ timeout: 120_000 });

// On a laptop, which becomes narrow by itself.
test.describe('every screen is accessible, fits 320 pixels and 200 % zoom', { tag: '@once' }, () => {
  test('sign-in, the portal’s own pages and what is missing', async ({ page, world, portal, watch }) => {
    watch.expected.push(/404/);
    const robin = await world.customer(
      '000',
      { status: 'blocked' },
      { expiry: '01/26', product: 'online' },
      { eligible: false },
    );
    await portal.open('/login');
    await expectAccessible(page, 'sign in');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByText('Check two things.', { exact: false })).toBeVisible();
    await expectAccessible(page, 'sign in with faults');
    await portal.open('/login?notice=session_ended');
    await page.locator('summary').click();
    await expectAccessible(page, 'session ended, choosing a language');
    await portal.bringToCards(robin);
    await expectAccessible(page, 'cards');
    await page.getByRole('button', { name: /^Your account/ }).click();
    await expectAccessible(page, 'account menu');
    for (const path of [
      '/wallets',
      '/activity',
      '/account',
      '/account/devices',
      '/legal/privacy',
      '/legal/terms',
      '/help/sign-in',
      '/help/details',
      '/tokenization-results/none',
      '/no-such-page',
    ]) {
      await portal.open(path);
      await expectAccessible(page, path);
    }
  });

  test('what no page caught, and the way back to what was there', async ({ page, world, portal, watch }) => {
    watch.expected.push(/500|out of order/);
    const robin = await world.customer('000');
    await portal.bringToReview(robin);
    await page.route('**/review', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 500, contentType: 'text/plain', body: 'out of order' })
        : route.continue(),
    );
    await portal.scriptReady(page.getByRole('checkbox'));
    await portal.tick();
    await page.getByRole('button', { name: 'Agree and get a code' }).click();
    await expect(portal.heading).toHaveText('We could not show this page');
    await expect(page.getByText('out of order')).toHaveCount(0);
    await expectAccessible(page, 'something went wrong');
    await page.unroute('**/review');
    await page.getByRole('button', { name: 'Try again' }).click();
    await portal.agree();
    await expectAccessible(page, 'confirm after all');
  });

  test('the wizard, from choosing to leaving, with its faults and its question', async ({
    page,
    world,
    portal,
  }) => {
    const robin = await world.customer('000', '000', { product: 'reserve' }, { status: 'blocked' });
    await portal.bringToCards(robin);
    await portal.openChoose();
    await expectAccessible(page, 'choose');
    await portal.choose(robin.cards[0], robin.cards[2]);
    await expectAccessible(page, 'review');
    await page.getByRole('button', { name: 'Agree and get a code' }).click();
    await expect(page.getByRole('link', { name: 'Tick the box to send this slip.' })).toBeVisible();
    await expectAccessible(page, 'review without a tick');
    await portal.agree();
    await expectAccessible(page, 'confirm');
    const code = await world.code(robin);
    await portal.typeCode(otherThan(code));
    await expect(page.getByRole('alert').filter({ hasText: '4 tries left' })).toBeVisible();
    await expectAccessible(page, 'confirm with a wrong code');
    await portal.codeField.fill('');
    await portal.typeCode(code);
    await page.waitForURL('**/leave');
    await expectAccessible(page, 'leave');
    await page.getByRole('button', { name: 'Cancel, add nothing' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'cancel?');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await portal.openChooseFor('Harbour Market');
    await expectAccessible(page, 'choose one card');
    await portal.open('/cards');
    await expect(page.getByText('You have something unfinished.')).toBeVisible();
    await expectAccessible(page, 'cards with something unfinished');
  });

  test('Click to Pay: every page of it', async ({ page, world, portal, clickToPay, mastercard, shop }) => {
    const robin = await world.customer('101', { outcome: '000', product: 'reserve' }, '206');
    await portal.bringToClickToPay(robin, robin.cards[0]);
    await expectAccessible(page, 'code');
    const wrong = otherThan(await mastercard.code(robin.email));
    await clickToPay.typeCode(wrong);
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page, 'wrong code');
    await clickToPay.typeCode(wrong);
    await clickToPay.typeCode(wrong);
    await expect(clickToPay.heading).toHaveText('That was the last try');
    await expectAccessible(page, 'last try');
    await page.getByRole('link', { name: 'What is Click to Pay?' }).click();
    await expectAccessible(page, 'about');

    await portal.bringToReview(robin, robin.cards[1]);
    for (const field of ['Address', 'E-mail', 'Mobile'] as const) await portal.keepPrivate(field);
    await portal.agree();
    await portal.confirm(robin, ['the first one']);
    await portal.leave();
    await expectAccessible(page, 'contact');
    await clickToPay.giveContact('nothing', 'nothing');
    await expectAccessible(page, 'contact with faults');
    await clickToPay.giveContact(`own-${robin.email}`, '+44 7700 900123');
    await expectAccessible(page, 'details');
    await clickToPay.continue();
    await expectAccessible(page, 'added');

    await portal.bringToClickToPay(robin, robin.cards[2]);
    await expectAccessible(page, 'expired hand-over');
    await portal.openChooseFor('Harbour Market');
    await portal.choice(robin.cards[0]).check();
    await portal.continueFromChoose();
    await portal.agree();
    await portal.confirm(robin, ['the first', 'the second', 'the third']);
    await portal.leave('Harbour Market');
    await expectAccessible(page, 'shop');
    await shop.save();
    await expectAccessible(page, 'saved at the shop');
  });

  test('results and Activity, mixed, open, unknown and expired', async ({
    page,
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('000', '201', '202', '203', '204', '500');
    const [a, b, c, d, e, lost] = robin.cards;
    await portal.bringToClickToPay(robin, a, b, c, d, e);
    await portal.open('/activity');
    await page.getByRole('link', { name: 'See the result of each card' }).click();
    await expect(portal.heading).toHaveText('Click to Pay has not answered yet');
    await expectAccessible(page, 'no answer yet');
    await page.goBack();
    await page.goBack();
    await clickToPay.finish();
    await expectAccessible(page, 'mixed results');
    await portal.bringToConfirm(robin, lost);
    await expect(portal.heading).toHaveText('Enter your code');
    await world.wait(robin, 6);
    await page.reload();
    await expect(portal.heading).toHaveText('You need a new code');
    await expectAccessible(page, 'new code');
    await portal.resendCode();
    await portal.confirm(robin, ['the first', 'the second']);
    await expectAccessible(page, 'not known yet');
    await portal.open('/cards');
    await expectAccessible(page, 'cards with what is saved where');
    await portal.open('/activity');
    await page.getByText('What you agreed to').click();
    await expectAccessible(page, 'activity');
  });
});
