import { projectRoot } from '../../scripts/project-root.mjs';
import { readScriptInventory } from '../../scripts/script-inventory.mjs';
import { Executed } from '../fixtures/executed';
import { expect, test } from '../fixtures/test';

test.describe('what the browser executes', { tag: '@once' }, () => {
  test('BR-05: on sign-in, review, code, leaving and results: only scripts of the inventory, as they were built', async ({
    page,
    world,
    portal,
    clickToPay,
  }) => {
    const inventory = await readScriptInventory(projectRoot);
    const executed = await Executed.follow(page, inventory);
    const look = async () => {
      await expect(portal.heading).toBeVisible();
      await portal.scriptReady(portal.heading);
      await executed.settled();
    };
    const robin = await world.customer('000', '101');
    await portal.open('/login');
    await look();
    await portal.typeLogin(robin.username, robin.password);
    await page.waitForURL('**/cards');
    await look();
    for (const path of ['/wallets', '/activity', '/legal/privacy', '/tokenization-results/none', '/cards']) {
      await portal.open(path);
      await look();
    }
    await portal.openChoose();
    await look();
    await portal.choose(robin.cards[0]);
    await look();
    await portal.agree();
    await look();
    await portal.confirm(robin);
    await look();
    await portal.leave();
    await clickToPay.finish();
    await look();
    expect(executed.strangers).toEqual([]);
    expect(executed.known.size).toBeGreaterThan(8);
    expect(executed.inline).toBeGreaterThan(10);
  });

  test('BR-05: a script with one more line, and one that nobody listed, are found out', async ({
    page,
    portal,
  }) => {
    const inventory = await readScriptInventory(projectRoot);
    const shared = inventory.scripts.find(({ purpose }) => purpose.includes('(auth)/login/page'));
    const unlisted = inventory.scripts.find(({ purpose }) => purpose.includes('on every page'));
    const shorter = inventory.scripts.filter((script) => script !== unlisted);
    const executed = await Executed.follow(page, { ...inventory, scripts: shorter });
    await page.route(`**${shared?.path ?? 'none'}`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `${await answer.text()}\n;1;` });
    });
    await portal.open('/login');
    await expect(portal.heading).toBeVisible();
    await expect.poll(() => executed.strangers.length).toBeGreaterThan(1);
    await executed.settled();
    expect(executed.strangers).toContain(`other content: ${shared?.path ?? ''}`);
    expect(executed.strangers).toContain(`not listed: ${unlisted?.path ?? ''}`);
  });
});
