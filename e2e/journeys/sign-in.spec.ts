import { expectAccessible } from '../fixtures/accessible';
import { PORTAL_URL } from '../fixtures/addresses';
import { expect, test } from '../fixtures/test';

test.describe('signing in and out', () => {
  test('a persona signs in with one click', async ({ page, portal }) => {
    await portal.open('/login');
    await page.getByRole('button', { name: 'Sign in as Ada Quinn' }).click();
    await expect(portal.heading).toHaveText('Your cards');
    await expect(page.getByRole('button', { name: 'Your account, Ada Quinn' })).toBeVisible();
  });

  test('AU-08: a wrong password and an unknown user get the same answer, and what was typed stays @once', async ({
    page,
    world,
    portal,
  }) => {
    const robin = await world.customer('000');
    const said: string[] = [];
    await portal.open('/login');
    for (const username of [robin.username, `nobody-${robin.username}`]) {
      await portal.typeLogin(username, 'not the password');
      const summary = page
        .getByRole('main')
        .getByText('That username and password do not go together.', { exact: false });
      await expect(summary).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue(username);
      await expect(page.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue('');
      said.push(await page.getByRole('main').innerText());
      await page.reload();
    }
    expect(said[0]).toBe(said[1]);

    await test.step('what is missing is said beside its field and in the summary', async () => {
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page.getByText('Check two things.', { exact: false })).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'Username' })).toHaveAccessibleDescription(
        /^Write your username\. /,
      );
    });

    await test.step('the right password still works', async () => {
      await portal.typeLogin(robin.username, robin.password);
      await expect(portal.heading).toHaveText('Your cards');
    });
  });

  test('PD-07: after signing out the back button shows nothing, and a deep link leads back after signing in', async ({
    page,
    context,
    world,
    portal,
  }) => {
    const robin = await world.customer('000');
    const [card] = robin.cards;
    await portal.signIn(robin);
    const cookies = await context.cookies();
    expect(cookies.map(({ name }) => name)).toContain('session');
    await portal.add(card);
    const deep = page.url();
    await portal.open('/activity');
    await expect(page.getByText('Go on where you stopped').first()).toBeVisible();
    await portal.signOut();
    await expect(page.getByText('You are signed out.')).toBeVisible();

    await page.goBack();
    await expect(page).toHaveURL(/\/login/);
    await expect(page.getByText(card.last4)).toHaveCount(0);

    await test.step('AU-03: a copy of the cookie is worth nothing', async () => {
      await context.addCookies(cookies);
      await page.goto('/cards');
      await expect(page).toHaveURL(/\/login/);
      await context.clearCookies();
    });

    await page.goto(deep);
    await expect(page).toHaveURL(/\/login\?/);
    await portal.typeLogin(robin.username, robin.password);
    await page.waitForURL(deep);
    await expect(portal.heading).toHaveText('Check what we’ll share');
  });

  test(
    'AU-13: nobody is led to another site after signing in',
    { tag: '@once' },
    async ({ page, world, portal }) => {
      const robin = await world.customer('000');
      await portal.open(`/login?next=${encodeURIComponent('//evil.example/cards')}`);
      await portal.typeLogin(robin.username, robin.password);
      await expect(page).toHaveURL(`${PORTAL_URL}/cards`);
    },
  );

  test('a session that ran out asks to sign in and leads back to the same step @once', async ({
    page,
    world,
    portal,
  }) => {
    const robin = await world.customer('000');
    await portal.signIn(robin);
    await portal.add(robin.cards[0]);
    const review = page.url();
    await portal.keepPrivate('E-mail');
    await world.wait(robin, 45);
    await portal.tick();
    await page.getByRole('button', { name: 'Agree and get a code' }).click();
    await expect(page.getByText('You were signed out.', { exact: false })).toBeVisible();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await portal.typeLogin(robin.username, robin.password);
    await page.waitForURL(review);
    await expect(portal.heading).toHaveText('Check what we’ll share');
    const email = page.getByRole('group', { name: 'E-mail: share or keep private' });
    await expect(email.getByRole('radio', { name: 'Keep private' })).toBeChecked();
    await expect(page.getByRole('checkbox')).not.toBeChecked();
  });

  test('AU-05: a minute before the end the bank says so, and one press keeps the session', async ({
    page,
    world,
    portal,
  }) => {
    const robin = await world.customer('000');
    await page.clock.install();
    await portal.signIn(robin);
    // Its effects run in one go: once the heading has the focus, the warning listens, too.
    await expect(portal.heading).toBeFocused();
    await page.clock.fastForward('28:00');
    const warning = page.getByText('You will be signed out in one minute.');
    await expect(warning).toHaveCount(0);
    await page.clock.fastForward('01:05');
    await expect(warning).toBeVisible();
    await expect(page.getByRole('status').filter({ has: warning })).toBeVisible();
    await expectAccessible(page, 'the session is about to end');
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await expect(warning).toHaveCount(0);
    await expect(portal.heading).toHaveText('Your cards');
  });

  test(
    'the bank asks for the cards of the person who is signed in, and of nobody else',
    { tag: '@once' },
    async ({ page, world, portal, watch }) => {
      watch.expected.push(/404/);
      const [robin, other] = [await world.customer('000'), await world.customer('000')];
      await portal.signIn(robin);
      await portal.add(robin.cards[0]);
      const [, id = ''] = /\/enroll\/([^/]+)\//.exec(page.url()) ?? [];
      await portal.open('/cards');
      await portal.signOut();
      await portal.signIn(other);
      const misses: string[] = [];
      for (const path of [
        `/enroll/${id}/review`,
        `/tokenization-results/${id}`,
        `/activity/${id}`,
        '/activity/nobody-has-this',
      ]) {
        expect((await page.goto(path))?.status()).toBe(404);
        misses.push(await page.getByRole('main').innerText());
      }
      expect(new Set(misses).size).toBe(1);
    },
  );
});
