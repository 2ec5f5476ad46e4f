import { expect, test } from '../fixtures/test';

test.describe('the cards page', () => {
  test('from Cards to Click to Pay in at most four clicks and one code', async ({ page, world, portal }) => {
    const robin = await world.customer('000', { product: 'reserve' });
    await portal.signIn(robin);
    let clicks = 0;
    await page.exposeFunction('countClick', () => {
      clicks += 1;
    });
    await page.addInitScript(() => {
      addEventListener('pointerdown', () => Reflect.get(globalThis, 'countClick')(), true);
    });
    await page.reload();
    await portal.add(robin.cards[0]);
    await portal.agree();
    await portal.confirm(robin);
    await portal.leave();
    expect(clicks).toBeGreaterThan(2);
    expect(clicks).toBeLessThanOrEqual(4);
    expect(await world.codes(robin)).toHaveLength(1);
  });

  test('cards that cannot go say why and what would help; the others can be added', async ({
    page,
    world,
    portal,
  }) => {
    const robin = await world.customer(
      { outcome: '000', status: 'blocked', product: 'reserve' },
      { outcome: '000', expiry: '01/26', product: 'online' },
      { outcome: '000', eligible: false, product: 'together' },
      { outcome: '000' },
      { outcome: '000', status: 'closed' },
    );
    const [blocked, expired, elsewhere, good, closed] = robin.cards;
    await portal.bringToCards(robin);
    const reasons = [
      [blocked, 'Blocked', 'Call us on 0800 555 0142 to unblock it'],
      [expired, 'Expired 01/26', 'Activate your new card'],
      [elsewhere, 'Cannot go here', 'Click to Pay does not take this kind of card.'],
      [closed, 'Closed', 'This card is no longer in use.'],
    ] as const;
    for (const [card, word, help] of reasons) {
      await expect(portal.row(card)).toContainText(word);
      await expect(portal.row(card)).toContainText(help);
      await expect(portal.addButton(card)).toHaveCount(0);
    }
    await expect(portal.addButton(good)).toBeVisible();

    await test.step('the list to choose from says the same, and cannot be talked into them', async () => {
      await portal.openChoose();
      for (const [card, word] of reasons) {
        const box = portal.choice(card);
        await expect(box).toHaveAttribute('aria-disabled', 'true');
        await expect(box).toHaveAccessibleDescription(new RegExp(word));
        await box.press(' ');
        await expect(box).not.toBeChecked();
      }
      await portal.choose(good);
      await expect(page.getByText('One card, to')).toBeVisible();
    });
  });

  test('the offer can be put away, and stays away', async ({ page, world, portal }) => {
    const robin = await world.customer('000');
    await portal.bringToCards(robin);
    const offer = page.getByRole('region', { name: 'Click to Pay' });
    await expect(offer).toContainText('One of your cards can go now.');
    await offer.getByRole('button', { name: 'Not now' }).click();
    await expect(offer).toHaveCount(0);
    await page.reload();
    await expect(portal.addButton(robin.cards[0])).toBeVisible();
    await expect(offer).toHaveCount(0);
  });

  test('eligibility is asked again when the tab is looked at again, without keeping the session alive @once', async ({
    page,
    context,
    world,
    portal,
  }) => {
    const robin = await world.customer('000', { product: 'reserve' });
    await portal.bringToCards(robin);
    await expect(portal.addButton(robin.cards[0])).toBeVisible();

    await test.step('another tab begins with the card', async () => {
      const other = await context.newPage();
      await other.goto('/cards');
      await other.getByRole('button', { name: /^Add Everyday debit/ }).click();
      await other.waitForURL('**/review');
      await other.close();
    });

    const asked = page.waitForRequest(
      (request) => request.method() === 'POST' && request.headers()['next-action'] !== undefined,
    );
    await page.bringToFront();
    // A browser without a window never loses the focus: what it says when it comes back is said here.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    const answer = await (await asked).response();
    expect(answer?.status()).toBe(200);
  });
});
