import { expect, test } from '../fixtures/test';

test.describe('without a network', { tag: '@once' }, () => {
  test.use({ serviceWorkers: 'allow' });

  test('a page that cannot be reached says so, comes by itself when it can, and nothing personal was kept for it', async ({
    page,
    context,
    world,
    portal,
    clickToPay,
    watch,
  }) => {
    watch.expected.push(/ERR_INTERNET_DISCONNECTED|503/);
    const robin = await world.customer('000');
    await portal.bringToCards(robin);
    await page.evaluate(() => navigator.serviceWorker.ready);

    await test.step('with the worker in place the whole way can be gone', async () => {
      await portal.bringOn(robin.cards);
      await portal.confirm(robin);
      await portal.leave();
      await clickToPay.finish();
      await expect(portal.heading).toHaveText('Click to Pay reports one card added');
    });

    await context.setOffline(true);
    await page.goto('/cards');
    await expect(portal.heading).toHaveText('You are not connected');
    await expect(page.getByText(robin.cards[0].last4)).toBeHidden();
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await context.setOffline(false);
    await expect(portal.heading).toHaveText('Your cards');
  });

  test('a form is held, with what was typed in it, until there is a network again', async ({
    page,
    context,
    world,
    portal,
  }) => {
    const robin = await world.customer('000');
    await portal.open('/login');
    await portal.scriptReady(page.getByRole('textbox', { name: 'Username' }));
    await context.setOffline(true);
    const notice = page.getByRole('status').filter({ hasText: 'You are offline. Nothing was sent.' });
    await portal.typeLogin(robin.username, robin.password);
    await expect(notice).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue(robin.password);
    await context.setOffline(false);
    await expect(notice).toBeHidden();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/cards');
  });

  test('an answer that gets lost on the way is a sentence above the form, and the tick stays', async ({
    page,
    world,
    portal,
    watch,
  }) => {
    watch.expected.push(/ERR_FAILED/);
    const robin = await world.customer('000');
    await portal.bringToReview(robin, robin.cards[0]);
    await portal.scriptReady(page.getByRole('checkbox'));
    await page.route('**/review', (route) => route.abort());
    await portal.tick();
    await page.getByRole('button', { name: 'Agree and get a code' }).click();
    await expect(page.getByText('The bank’s answer did not arrive.', { exact: false })).toBeVisible();
    await expect(page.getByRole('checkbox')).toBeChecked();
    await page.unroute('**/review');
    await page.getByRole('button', { name: 'Agree and get a code' }).click();
    await expect(portal.heading).toHaveText('Enter your code');
  });
});

test('a forgotten password and wrong details: what to do and whom to call, and nothing is lost meanwhile', async ({
  page,
  world,
  portal,
}) => {
  const robin = await world.customer('000');
  const call = (on: typeof page) => on.getByRole('main').getByRole('link', { name: 'Call 0800 555 0142' });
  await portal.open('/login');
  await page.getByRole('link', { name: 'Forgotten your username or password?' }).click();
  await expect(portal.heading).toHaveText('Forgotten your username or password?');
  await expect(call(page)).toHaveAttribute('href', 'tel:08005550142');
  await page.getByRole('link', { name: 'Back to sign-in' }).click();
  await portal.typeLogin(robin.username, robin.password);
  await page.waitForURL('**/cards');
  await portal.add(robin.cards[0]);
  await portal.keepPrivate('Mobile');
  const [help] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'Are these details wrong?' }).click(),
  ]);
  await expect(help.getByRole('heading', { level: 1 })).toHaveText('Are your details wrong?');
  await expect(call(help)).toBeVisible();
  await help.close();
  await expect(page.getByRole('radio', { name: 'Keep private' }).nth(2)).toBeChecked();
});
