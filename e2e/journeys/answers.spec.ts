import { expect, test } from '../fixtures/test';

/** One card each; what Click to Pay answers, and what the bank makes of it. Both in the words a person reads. */
const ANSWERS = [
  {
    outcome: '201',
    story: 'declined',
    there: 'No card was added',
    headline: 'Click to Pay did not take this card',
    row: 'Declined',
    again: true,
    call: true,
  },
  {
    outcome: '202',
    story: 'already there',
    there: 'Already in Click to Pay',
    headline: 'Click to Pay already had this card',
    row: 'Already there',
    again: false,
    call: false,
  },
  {
    outcome: '203',
    story: 'one more step',
    there: 'Nearly there',
    headline: 'Click to Pay asks for one more step',
    row: 'One more step',
    again: false,
    call: true,
  },
  {
    outcome: '204',
    story: 'a technical error',
    there: 'No card was added',
    headline: 'Click to Pay could not add this card',
    row: 'Not added',
    again: true,
    call: false,
  },
  {
    outcome: '207',
    story: 'a word that no list contains',
    there: 'No card was added',
    headline: 'We could not confirm what happened',
    row: 'Could not confirm',
    again: true,
    call: false,
  },
] as const;

test.describe('what Click to Pay can answer', { tag: '@once' }, () => {
  for (const { outcome, story, there, headline, row, again, call } of ANSWERS) {
    test(`${story}: said in words, with a next step, and never as a success`, async ({
      page,
      world,
      portal,
      clickToPay,
    }) => {
      const robin = await world.customer(outcome);
      const [card] = robin.cards;
      await portal.bringToClickToPay(robin);
      await clickToPay.continue();
      await expect(clickToPay.heading).toHaveText(there);
      await clickToPay.goBack();
      await expect(portal.heading).toHaveText(headline);
      await expect(portal.row(card).getByRole('heading')).toContainText(row);
      await expect(page.getByText(/reported added/i)).toHaveCount(outcome === '204' ? 2 : 0);
      await expect(page.getByRole('button', { name: /^Try again/ })).toHaveCount(again ? 1 : 0);
      await expect(page.getByRole('link', { name: /^Call us/ })).toHaveCount(call ? 1 : 0);
    });
  }

  test('no result at all: no answer yet, and the slip can be continued or cancelled', async ({
    page,
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('205');
    await portal.bringToClickToPay(robin);
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay has not answered yet');
    await expect(portal.row(robin.cards[0])).toContainText('No answer yet');
    await expect(page.getByRole('link', { name: 'Continue to Click to Pay' })).toBeVisible();

    await test.step('CB-14: once the time has run out it is expired, never a success, and can be sent again', async () => {
      await world.wait(robin, 16);
      await page.reload();
      await expect(portal.heading).toHaveText('This slip has expired');
      await expect(portal.row(robin.cards[0])).toContainText('Expired');
      await expect(page.getByRole('button', { name: 'Get a new code' })).toBeVisible();
    });
  });

  test('a hand-over that is too old on arrival: Click to Pay refuses, the bank knows of no answer', async ({
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('206');
    await portal.bringToClickToPay(robin);
    await expect(clickToPay.heading).toHaveText('This hand-over has expired');
    await clickToPay.goBack();
    await expect(portal.heading).toHaveText('Click to Pay has not answered yet');
  });

  test('a result that stands twice in the address counts once', async ({ world, portal, clickToPay }) => {
    const robin = await world.customer('208');
    await portal.bringToClickToPay(robin);
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');
  });
});
