import { SANDBOX_URL } from '../fixtures/addresses';
import { expect, test } from '../fixtures/test';

test.describe('nothing is lost', { tag: '@once' }, () => {
  test('reload and back on every step lead on with the same slip', async ({
    page,
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customer('000', { product: 'reserve' });
    await portal.bringToCards(robin);
    await portal.openChoose();
    await page.reload();
    await portal.choose(robin.cards[0]);
    await page.reload();
    await portal.keepPrivate('Mobile');
    await portal.agree();
    await page.reload();
    await expect(portal.heading).toHaveText('Enter your code');

    await test.step('back from the code shows the slip as it was agreed to', async () => {
      await page.goBack();
      await expect(portal.heading).toHaveText('Check what we’ll share');
      await expect(
        page
          .getByRole('group', { name: 'Mobile: share or keep private' })
          .getByRole('radio', { name: 'Keep private' }),
      ).toBeChecked();
      await page.goForward();
    });

    await portal.confirm(robin);
    const leaving = page.url();
    await page.reload();
    await expect(portal.heading).toHaveText('Next stop, Click to Pay');

    await test.step('back from the leaving page never pushes again', async () => {
      await page.goBack();
      await expect(page).toHaveURL(leaving);
      await expect(portal.heading).toHaveText('Next stop, Click to Pay');
    });

    await portal.leave();

    await test.step('back from Click to Pay shows the leaving page, and it still leads on', async () => {
      await page.reload();
      await expect(clickToPay.heading).toHaveText('Welcome, Robin');
      await page.goBack();
      await expect(portal.heading).toHaveText('Next stop, Click to Pay');
      await portal.leave();
    });

    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');

    await test.step('CB-13: back and reload after the end run nothing again', async () => {
      await page.goBack();
      await expect(page).toHaveURL(new RegExp(`^${SANDBOX_URL}`));
      await clickToPay.goBack();
      await page.reload();
      await expect(portal.heading).toHaveText('Click to Pay reports one card added');
      await page.goto(leaving);
      await expect(page).toHaveURL(/\/tokenization-results\//);
    });

    expect(await mastercard.pushes(robin)).toHaveLength(1);
    await portal.open('/activity');
    await expect(page.getByText('Click to Pay answered', { exact: true })).toHaveCount(1);
  });

  test('PU-04: a double click on Confirm and a second tab with the same code make one push', async ({
    page,
    context,
    world,
    portal,
    mastercard,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToConfirm(robin);
    const code = await world.code(robin);
    const second = await context.newPage();
    await second.goto(page.url());
    const fields = [page, second].map((tab) => tab.getByRole('textbox', { name: 'Six-digit code' }));
    for (const field of fields) await portal.scriptReady(field);
    // Five digits by hand and the sixth at the same moment in both; the button is pressed twice on top.
    await Promise.all(fields.map((field) => field.pressSequentially(code.slice(0, 5))));
    await Promise.all([
      ...fields.map((field) => field.press(code.slice(5))),
      page.evaluate(() => {
        const button = [...document.querySelectorAll('button')].find((one) =>
          one.textContent.includes('Confirm'),
        );
        button?.click();
        button?.click();
      }),
    ]);
    // Whoever came second may be shown the slip's page instead of the leaving page; both offer the same way on.
    for (const tab of [page, second]) {
      const wayOn = tab.getByRole('main').getByText('Continue to Click to Pay', { exact: true });
      await expect(wayOn).toBeVisible({ timeout: 15_000 });
      await expect(tab).toHaveURL(/\/leave$/);
    }
    expect(await mastercard.pushes(robin)).toHaveLength(1);
    expect(await world.codes(robin)).toHaveLength(1);
  });

  test('a tab closed after the push: Cards says so, and Activity leads on from where it stopped', async ({
    page,
    context,
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('000');
    const [card] = robin.cards;
    await portal.bringToLeaving(robin);
    await page.close();

    const tab = await context.newPage();
    await tab.goto('/cards');
    const main = tab.getByRole('main');
    await expect(main.getByText('You have something unfinished.')).toBeVisible();
    await expect(main.getByText('On its way to Click to Pay')).toBeVisible();
    await main.getByRole('link', { name: 'Carry on', exact: true }).first().click();
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Next stop, Click to Pay');
    await tab.goto('/activity');
    await expect(tab.getByRole('timer', { name: 'Time left' })).toHaveText(/^1[45]:\d\d$/);
    await tab.getByRole('link', { name: 'Continue to Click to Pay' }).click();
    await tab.getByRole('button', { name: 'Continue to Click to Pay' }).click();
    await tab.waitForURL(`${SANDBOX_URL}/**`);
    await tab.getByRole('button', { name: 'Continue' }).click();
    await tab.getByRole('link', { name: 'Return to Partner Bank' }).click();
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Click to Pay reports one card added');
    await expect(tab.getByRole('main').getByRole('listitem').filter({ hasText: card.last4 })).toContainText(
      'Reported added',
    );
    expect(clickToPay.page.isClosed()).toBe(true);
  });

  test('receipts that ran out: explained on the leaving page, then a new code sends the slip again', async ({
    page,
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToLeaving(robin);
    const leaving = page.url();
    await world.wait(robin, 16);

    await test.step('leaving with what is on the screen is refused and explained', async () => {
      await portal.leaveButton().click();
      await expect(page).toHaveURL(/\/(confirm|tokenization-results\/.+)$/);
    });

    await page.goto(leaving);
    await expect(portal.heading).toHaveText(/You need a new code|This slip has expired/);
    await portal.open('/activity');
    await expect(page.getByRole('list', { name: 'What happened, step by step' })).toContainText(
      'The slip expired',
    );
    await page.getByRole('main').getByRole('button', { name: 'Get a new code' }).click();
    await expect(portal.heading).toHaveText('Enter your code');
    await portal.confirm(robin, ['the first one']);
    await portal.leave();
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');
    const pushes = await mastercard.pushes(robin);
    expect(new Set(pushes.map(({ requestId }) => requestId)).size).toBe(2);
  });

  test('the leaving page counts down aloud and, when the time is over, leads to a new code', async ({
    page,
    world,
    portal,
  }) => {
    const robin = await world.customer('000');
    await page.clock.install();
    await portal.bringToLeaving(robin);
    // It counts: the clock of a page that does not listen yet would jump unseen.
    await expect(page.getByRole('timer', { name: 'Time left' })).toHaveText(/^14:[0-4]\d$|^14:5[0-8]$/);
    await page.clock.fastForward('10:00');
    await expect(page.getByRole('timer', { name: 'Time left' })).toHaveText(/^[45]:\d\d$/);
    await expect(
      page.getByRole('status').filter({ hasText: /\d minutes left to finish there\./ }),
    ).toBeAttached();
    await page.clock.fastForward('05:00');
    await expect(page.getByRole('alert').filter({ hasText: 'The time to finish has run out' })).toBeVisible();
    await expect(portal.leaveButton()).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Get a new code' })).toBeVisible();
  });

  test('CB-14: a return after the time has run out is recorded as late and never shown as a success', async ({
    page,
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToClickToPay(robin);
    await clickToPay.continue();
    await expect(clickToPay.returnLink).toBeVisible();
    await world.wait(robin, 20);
    await clickToPay.goBack();
    await expect(portal.heading).toHaveText('We could not confirm what happened');
    await expect(page.getByText(/reports? one card added|Reported added/)).toHaveCount(0);
    await portal.open('/cards');
    await expect(page.getByText('Click to Pay reported this card added')).toHaveCount(0);
  });

  test('the results page that is left open changes by itself when the answer arrives in another tab', async ({
    page,
    context,
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToClickToPay(robin);
    const watching = await context.newPage();
    await watching.goto('/activity');
    await watching.getByRole('link', { name: 'See the result of each card' }).click();
    const heading = watching.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('Click to Pay has not answered yet');
    await expect(watching.getByRole('timer', { name: 'Time left' })).toHaveText(/^1[45]:\d\d$/);
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');
    await watching.bringToFront();
    await expect(heading).toHaveText('Click to Pay reports one card added', { timeout: 15_000 });
    await expect(watching.getByText('Click to Pay has answered. This page is up to date.')).toBeAttached();
    expect(page.url()).toBe(watching.url());
  });
});
