import { expect, test } from '../fixtures/test';

/** Whole calls that fail, by the digits of the card; the headline, and whether the person may ask again with the same slip. */
const STORMS = [
  {
    outcome: '500',
    story: 'a server error',
    headline: 'We don’t know yet if your card arrived',
    again: true,
  },
  {
    outcome: '601',
    story: 'a web page instead of an answer',
    headline: 'We don’t know yet if your card arrived',
    again: true,
  },
  {
    outcome: '602',
    story: 'half an answer',
    headline: 'We don’t know yet if your card arrived',
    again: true,
  },
  { outcome: '603', story: 'a hostile address', headline: 'We stopped before Click to Pay', again: false },
  {
    outcome: '604',
    story: 'a missing signature',
    headline: 'We don’t know yet if your card arrived',
    again: true,
  },
  { outcome: '605', story: 'a broken signature', headline: 'We stopped before Click to Pay', again: false },
] as const;

test.describe('bad weather between the bank and Mastercard', { tag: '@once' }, () => {
  for (const { outcome, story, headline, again } of STORMS) {
    test(`${story}: said in words, kept in Activity, sent once`, async ({
      page,
      world,
      portal,
      mastercard,
    }) => {
      const robin = await world.customer(outcome);
      await portal.bringToLeaving(robin);
      await expect(page).toHaveURL(/\/tokenization-results\//);
      await expect(portal.heading).toHaveText(headline);
      await expect(page.getByRole('button', { name: 'Ask again' })).toHaveCount(again ? 1 : 0);
      await expect(page.getByRole('link', { name: /^Continue to/ })).toHaveCount(0);
      await expect(page.getByText(/evil\.example|undefined|null|\[object|[A-Z]+_[A-Z]+/)).toHaveCount(0);
      expect(await mastercard.pushes(robin)).toHaveLength(1);
      await portal.open('/activity');
      await expect(page.getByRole('navigation', { name: 'Your slips' }).getByRole('listitem')).toHaveCount(1);
    });
  }

  test('PU-03: no readable answer: asking again sends the same slip with the same request id', async ({
    page,
    world,
    portal,
    mastercard,
  }) => {
    const robin = await world.customer('500');
    await portal.bringToLeaving(robin);
    await page.getByRole('button', { name: 'Ask again' }).click();
    await expect.poll(async () => (await mastercard.pushes(robin)).length).toBe(2);
    const [first, second] = await mastercard.pushes(robin);
    expect(second?.requestId).toBe(first?.requestId);
    const accounts = (entry: typeof first) =>
      (entry?.bodyDecrypted as { pushAccountId: string }[]).map(({ pushAccountId }) => pushAccountId);
    expect(accounts(second)).toEqual(accounts(first));
    await expect(portal.heading).toHaveText('We don’t know yet if your card arrived');
    expect(await world.codes(robin)).toHaveLength(1);
  });

  test('F02: accepted and never answered: the person sees a state before fifteen seconds, and can ask again', async ({
    page,
    world,
    portal,
    mastercard,
  }) => {
    const robin = await world.customer('504');
    await portal.bringToConfirm(robin);
    await portal.typeCode(await world.code(robin));
    await expect(page.getByText('Still working. Do not close this page.')).toBeVisible();
    await page.waitForURL('**/tokenization-results/**', { timeout: 15_000 });
    await expect(portal.heading).toHaveText('We don’t know yet if your card arrived');
    await portal.open('/cards');
    await expect(page.getByText('You have something unfinished.')).toBeVisible();
    await expect(portal.addButton(robin.cards[0])).toHaveCount(0);
    expect(await mastercard.pushes(robin)).toHaveLength(1);
  });

  for (const { outcome, story } of [
    { outcome: '400', story: 'Mastercard refuses the call' },
    { outcome: '401', story: 'the gateway says no' },
    { outcome: '429', story: 'too many calls' },
  ]) {
    test(`${story}: nothing was added, the choices are kept, and a new code tries again`, async ({
      page,
      world,
      portal,
      mastercard,
    }) => {
      const robin = await world.customer(outcome);
      await portal.bringToConfirm(robin);
      const old = await world.code(robin);
      await portal.typeCode(old);
      await expect(page.getByText(/could not be sent, and nothing was added/)).toBeVisible({
        timeout: 15_000,
      });
      const before = (await mastercard.pushes(robin)).length;
      await portal.open('/cards');
      await page.getByRole('main').getByRole('link', { name: 'Carry on' }).first().click();
      await expect(portal.heading).toHaveText('You need a new code');
      await portal.resendCode();
      await expect(portal.heading).toHaveText('Enter your code');
      await portal.typeCode(await world.code(robin, [old]));
      await expect(page.getByText(/could not be sent, and nothing was added/)).toBeVisible({
        timeout: 15_000,
      });
      const pushes = await mastercard.pushes(robin);
      expect(pushes.length).toBeGreaterThan(before);
      expect(new Set(pushes.map(({ requestId }) => requestId)).size).toBe(2);
    });
  }

  test('busy once: the bank waits as it is told and the person notices nothing', async ({
    page,
    world,
    portal,
    mastercard,
  }) => {
    const robin = await world.customer('503');
    await portal.bringToLeaving(robin);
    await expect(page).toHaveURL(/\/leave$/);
    const pushes = await mastercard.pushes(robin);
    expect(pushes.map(({ answer }) => answer.status)).toEqual([503, 200]);
    expect(new Set(pushes.map(({ requestId }) => requestId)).size).toBe(1);
  });
});
