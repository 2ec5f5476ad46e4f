import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/test';
import { expectAccessible } from '../fixtures/accessible';

test('GD-01, GD-02: the consent can be read, kept as a file, and withdrawn in two clicks @once', async ({
  page,
  world,
  portal,
  clickToPay,
}) => {
  const robin = await world.customer('000');
  const [card] = robin.cards;
  await portal.bringToClickToPay(robin);
  await clickToPay.finish();
  await portal.open('/activity');
  await page.getByText('What you agreed to').click();
  await page.getByRole('link', { name: 'Open the consent record' }).click();
  await expect(portal.heading).toHaveText('Consent record');
  await expect(page.getByRole('main')).toContainText(`•••• ${card.last4}`);
  await expect(page.getByRole('main')).toContainText('I ask Partner Bank to send the cards');
  await expect(page.getByRole('main').getByRole('blockquote')).toHaveAttribute('lang', 'en-GB');
  await expectAccessible(page, 'consent record');

  await test.step('both files hold what the page says', async () => {
    const files: Record<string, Buffer> = {};
    for (const name of ['Download as PDF', 'Download as data']) {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/^consent-[\w-]+\.(pdf|json)$/);
      files[name] = await readFile(await file.path());
    }
    expect(files['Download as PDF']?.subarray(0, 5).toString()).toBe('%PDF-');
    const json = JSON.parse(String(files['Download as data'])) as Record<string, unknown>;
    expect(json).toMatchObject({
      version: expect.any(String),
      withdrawnAt: null,
      locale: expect.any(String),
    });
    expect(json['cards']).toEqual([{ name: card.name, last4: card.last4, expiry: expect.any(String) }]);
  });

  await page.getByRole('button', { name: 'Withdraw consent' }).click();
  await expect(page.getByRole('dialog')).toContainText('It does not remove a card from Click to Pay');
  await expectAccessible(page, 'withdraw?');
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw consent' }).click();
  await page.waitForURL(/\/activity\/[^/]+$/);
  await expect(page.getByRole('main')).toContainText('You withdrew your consent');
  await page.getByText('What you agreed to').click();
  await page.getByRole('link', { name: 'Open the consent record' }).click();
  await expect(page).toHaveTitle(/^Consent record/);
  await expectAccessible(page, 'a withdrawn consent');
  await portal.open('/cards');
  await expect(portal.addButton(card)).toBeVisible();
});
