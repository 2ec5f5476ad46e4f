import { PORTAL_URL, SANDBOX_URL } from '../fixtures/addresses';
import { expect, test } from '../fixtures/test';

test.describe('scenario one: enrollment without additional verification', () => {
  test('a cardholder with no profile adds one card and sees what Click to Pay reported', async ({
    page,
    world,
    portal,
    clickToPay,
    mastercard,
    watch,
  }) => {
    const robin = await world.customer('000');
    const [card] = robin.cards;
    await portal.signIn(robin);
    await portal.bringOn([card]);
    await portal.confirm(robin);
    await expect(portal.heading).toHaveText('Next stop, Click to Pay');
    await expect(page.getByText(new URL(SANDBOX_URL).host)).toBeVisible();
    await expect(page.getByRole('timer', { name: 'Time left' })).toHaveText(/^1[45]:\d\d$/);

    await portal.leave();
    await expect(clickToPay.heading).toHaveText('Welcome, Robin');
    await expect(page.getByRole('list', { name: 'Your card' })).toContainText(card.last4);
    await expect(page.getByRole('checkbox', { name: /Remember me/ })).not.toBeChecked();
    await clickToPay.rememberMe();
    await clickToPay.continue();
    await expect(clickToPay.heading).toContainText(`${card.last4} added`);
    await expect(page.getByText('Added and ready.', { exact: false })).toBeVisible();

    await clickToPay.goBack();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');
    await expect(portal.row(card)).toContainText('Reported added');
    await expect(
      page.getByText('Not yet. Until then, this is what Click to Pay told your browser.'),
    ).toBeVisible();
    await watch.searchPage(page);

    const [push, ...more] = await mastercard.pushes(robin);
    expect(more).toEqual([]);
    expect(push?.verification.passed).toEqual(expect.arrayContaining(['signature', 'decryption', 'fields']));

    await portal.open('/cards');
    await expect(portal.row(card)).toContainText('Click to Pay reported this card added');
    await expect(page.getByText(/confirmed/i)).toHaveCount(0);
    await portal.open('/activity');
    await expect(page.getByRole('list', { name: 'What happened, step by step' })).toContainText(
      'Click to Pay answered',
    );
  });

  test('CB-07, CB-11: back from another site the session holds; receipt and token reference are in no address, page, title or history entry @once', async ({
    page,
    context,
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customer('000');
    await portal.signIn(robin);
    await portal.bringOn(robin.cards);
    await portal.confirm(robin);
    await portal.leave();
    expect(new URL(SANDBOX_URL).hostname).not.toBe(new URL(PORTAL_URL).hostname);
    const sessionNow = async () =>
      (await context.cookies(PORTAL_URL)).find(({ name }) => name === 'session')?.value ?? '';
    const session = await sessionNow();
    expect(session.length).toBeGreaterThan(100);
    const callback = page.waitForRequest((request) => request.url().includes('/tokenization-results?'));
    const results: string[] = [];
    page.on('response', (response) => {
      const location = response.headers()['location'];
      if (location?.includes('tokenization-results') === true) results.push(location);
    });
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');

    // Another site brought it, and the person is still who they were: nobody had to sign in.
    const { 'sec-fetch-site': site, cookie = '' } = await (await callback).allHeaders();
    expect(site).toBe('cross-site');
    expect(cookie).toContain(`session=${session}`);
    expect(await sessionNow()).toBe(session);

    // What has to stay hidden, read off the redirect that carried it.
    const carried = new URL(results.find((location) => location.includes('results')) ?? '', PORTAL_URL);
    const [[key, value] = ['', '']] = [...carried.searchParams];
    const receipt = key.slice('results['.length, -1);
    const [, reference = ''] = value.split('|');
    expect(receipt).toMatch(/^[A-Za-z0-9-]{20,64}$/);
    expect(reference).toMatch(/^[A-Za-z0-9]{20,64}$/);
    expect((await mastercard.visits(receipt)).map(({ op }) => op)).toEqual(['push', 'hand-over', 'return']);

    const debuggerOfPage = await context.newCDPSession(page);
    const { entries } = await debuggerOfPage.send('Page.getNavigationHistory');
    const html = await page.content();
    const text = JSON.stringify([
      page.url(),
      await page.title(),
      html,
      entries.filter(({ url }) => url.startsWith(PORTAL_URL)),
    ]);
    expect(text).not.toContain(receipt);
    expect(text).not.toContain(reference);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.evaluate(() => document.referrer)).not.toContain('results');
    expect(entries.length).toBeGreaterThan(4);
  });

  test('the page about Click to Pay explains it, and back leads on with the journey', async ({
    page,
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToClickToPay(robin);
    await page.getByRole('link', { name: 'What is Click to Pay?' }).click();
    await expect(clickToPay.heading).toHaveText('What is Click to Pay?');
    await page.goBack();
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');
  });
});
