import { expect, test } from '../fixtures/test';

/** Longer than anybody would call a moment, shorter than the bank waits. */
const SLOW = { outcome: 'delay', more: { call: 'eligible', args: { ms: 4_000 } } } as const;
const WAITING = 'This takes a moment longer than usual.';

test.describe('a Mastercard that thinks for a while', { tag: '@once' }, () => {
  test('RE-01: Cards comes at once with places for what is on its way, and is filled in the same answer', async ({
    page,
    world,
    portal,
  }) => {
    const robin = await world.customer({ outcome: '000', ownRange: true }, { status: 'blocked' });
    await world.outcome(robin, SLOW.outcome, SLOW.more);
    await portal.signIn(robin);
    await expect(portal.heading).toHaveText('Your cards');
    await expect(page.getByRole('status').filter({ hasText: WAITING })).toBeAttached();
    await expect(portal.addButton(robin.cards[0])).toBeVisible();
    await expect(page.getByText(WAITING)).toHaveCount(0);
    await expect(portal.heading).toHaveText('Your cards');
  });

  test('without scripts it says so, and has a way on', async ({ browser, world, baseURL }) => {
    const robin = await world.customer({ outcome: '000', ownRange: true });
    await world.outcome(robin, SLOW.outcome, SLOW.more);
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
    const page = await context.newPage();
    await page.goto('/login');
    await page.getByRole('textbox', { name: 'Username' }).fill(robin.username);
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(robin.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByText(WAITING).filter({ visible: true })).toBeVisible();
    await expect(async () => {
      await page.getByRole('link', { name: 'Show the page again' }).click();
      await expect(page.getByRole('button', { name: /to Click to Pay$/ })).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await context.close();
  });
});
