import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessible';
import { PORTAL_URL, SANDBOX_URL } from '../fixtures/addresses';
import { expect, test } from '../fixtures/test';
import type { Watch } from '../fixtures/watch';
import { Portal } from '../pages/portal';

/** The address that carries the results home, taken from Click to Pay's redirect before any browser follows it. */
async function heldReturn(page: Page, link: Locator): Promise<string> {
  const href = await link.getAttribute('href');
  const answer = await page.request.get(new URL(href ?? '', page.url()).href, { maxRedirects: 0 });
  const home = answer.headers()['location'] ?? '';
  expect(home).toContain(`${PORTAL_URL}/tokenization-results?`);
  return home;
}

async function otherBrowser(browser: Browser, watch: Watch, locale = 'en-GB'): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: PORTAL_URL, locale });
  await watch.follow(context);
  return context;
}

test.describe('who may bring an answer home', { tag: '@once' }, () => {
  test('CB-01: the owner on another browser is asked first, and one press records the answer', async ({
    page,
    browser,
    watch,
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToClickToPay(robin);
    await clickToPay.continue();
    const home = await heldReturn(page, clickToPay.returnLink);

    const context = await otherBrowser(browser, watch);
    const tab = await context.newPage();
    const elsewhere = new Portal(tab, world);
    await elsewhere.enter(robin);
    await tab.goto(home);
    await expect(tab).toHaveURL(`${PORTAL_URL}/tokenization-results/parked`);
    await expect(elsewhere.heading).toHaveText('An answer came back to this browser');
    await expectAccessible(tab, 'an answer is parked');

    await test.step('nothing has changed until the person says so', async () => {
      await page.goto('/activity');
      await expect(page.getByText('It is their turn. Finish there.')).toBeVisible();
    });

    await tab.getByRole('button', { name: 'Record the answer' }).click();
    await expect(elsewhere.heading).toHaveText('Click to Pay reports one card added');
    await context.close();
    await page.goto('/cards');
    await expect(portal.row(robin.cards[0])).toContainText('Click to Pay reported this card added');
  });

  test('CB-10: signed out meanwhile: the answer waits, signing in applies it, and no address carries it', async ({
    page,
    context,
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToClickToPay(robin);
    const bank = await context.newPage();
    await new Portal(bank, world).open('/cards');
    await new Portal(bank, world).signOut();
    await bank.close();
    await clickToPay.finish();
    await expect(page).toHaveURL(/\/login/);
    expect(page.url()).not.toMatch(/results%5B|results\[|[A-Z]{3}-[A-Z]{3}-/);
    await portal.typeLogin(robin.username, robin.password);
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');
  });

  test('CB-04: a stranger’s return is one neutral page and takes nothing from the owner', async ({
    page,
    browser,
    watch,
    world,
    portal,
    clickToPay,
  }) => {
    const [robin, stranger] = [await world.customer('000'), await world.customer('000')];
    await portal.bringToClickToPay(robin);
    await clickToPay.continue();
    const home = await heldReturn(page, clickToPay.returnLink);

    const context = await otherBrowser(browser, watch);
    const tab = await context.newPage();
    const theirs = new Portal(tab, world);

    await test.step('not signed in', async () => {
      await tab.goto(home);
      await expect(tab).toHaveURL(`${PORTAL_URL}/tokenization-results/none`);
      await expect(theirs.heading).toHaveText('We have nothing to show for this return');
    });

    await test.step('signed in as somebody else', async () => {
      await theirs.enter(stranger);
      await tab.goto(home);
      await expect(tab).toHaveURL(`${PORTAL_URL}/tokenization-results/none`);
      await expect(theirs.heading).toHaveText('We have nothing to show for this return');
      await expect(tab.getByText(robin.cards[0].last4)).toHaveCount(0);
    });

    await context.close();

    await page.goto(home);
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');

    await test.step('CB-03: a later, contradicting return changes nothing', async () => {
      const other = new URL(home);
      for (const key of [...other.searchParams.keys()]) other.searchParams.set(key, 'DECLINED');
      await page.goto(other.href);
      await expect(portal.heading).toHaveText('Click to Pay reports one card added');
      await portal.open('/activity');
      await expect(page.getByText('Click to Pay answered', { exact: true })).toHaveCount(1);
      await expect(page.getByText('Declined')).toHaveCount(0);
    });
  });

  test('CB-13: reload, back, history, a link in another browser, another language: no error page, and nothing runs twice', async ({
    page,
    browser,
    watch,
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToClickToPay(robin);
    await clickToPay.continue();
    const home = await heldReturn(page, clickToPay.returnLink);
    await clickToPay.goBack();
    const done = 'Click to Pay reports one card added';
    await expect(portal.heading).toHaveText(done);
    const results = page.url();

    await test.step('reload', async () => {
      await page.reload();
      await expect(portal.heading).toHaveText(done);
    });

    await test.step('back to Click to Pay, whose button leads to the same page', async () => {
      await page.goBack();
      await expect(page).toHaveURL(new RegExp(`^${SANDBOX_URL}`));
      await clickToPay.goBack();
      await expect(page).toHaveURL(results);
    });

    await test.step('the address of the return itself, as a browser’s history keeps it', async () => {
      for (let times = 0; times < 3; times += 1) {
        await page.goto(home);
        await expect(page).toHaveURL(results);
        await expect(portal.heading).toHaveText(done);
      }
    });

    await test.step('in another browser and another language: sign in first, and nothing of it is lost', async () => {
      const context = await otherBrowser(browser, watch, 'ar-EG');
      const tab = await context.newPage();
      await tab.goto(results);
      await expect(tab).toHaveURL(/\/login\?next=/);
      await tab.getByRole('textbox', { name: 'اسم المستخدم' }).fill(robin.username);
      await tab.getByRole('textbox', { name: 'كلمة المرور', exact: true }).fill(robin.password);
      await tab.getByRole('button', { name: 'تسجيل الدخول', exact: true }).click();
      await expect(tab).toHaveURL(results);
      await expect(tab.getByRole('heading', { level: 1 })).toHaveText('يبلغ Click to Pay بإضافة بطاقة واحدة');
      await tab.goto(home);
      await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
      expect(new URL(tab.url()).search).toBe('');
      await context.close();
    });

    expect(await mastercard.pushes(robin)).toHaveLength(1);
    expect(await world.codes(robin)).toHaveLength(1);
    await portal.open('/activity');
    await expect(page.getByText('Click to Pay answered', { exact: true })).toHaveCount(1);
    await portal.open('/cards');
    await expect(portal.row(robin.cards[0])).toContainText('Click to Pay reported this card added');
  });

  test(
    'CB-06: hostile queries end on one neutral page, never in an error',
    { tag: '@once' },
    async ({ page, world, portal }) => {
      const robin = await world.customer('000');
      await portal.enter(robin);
      const queries = [
        '',
        '?',
        '?results',
        '?results=APPROVED',
        '?results[]=APPROVED',
        '?results[__proto__]=APPROVED|x',
        '?results[constructor][prototype]=APPROVED|x',
        '?results[MCC-STL-0]=APPROVED',
        '?results[MCC-STL-0]=APPROVED|A|B|C',
        '?results[MCC-STL-0]=APPROVED%7Ca&results[MCC-STL-0]=DECLINED',
        '?results%255BMCC-STL-0%255D=APPROVED%7Ca',
        '?results[MCC-STL-0]=%00%0d%0aSet-Cookie:a=b',
        '?results[%3Cscript%3Ealert(1)%3C/script%3E]=%3Cimg%20src=x%20onerror=alert(1)%3E',
        `?${Array.from({ length: 40 }, (_, i) => `results[R${String(i)}]=APPROVED|x`).join('&')}`,
        `?results[MCC-STL-0]=${'A'.repeat(6_000)}`,
        '?results[%E0%A4%A]=%',
        '?next=https://evil.example&results[MCC-STL-0]=APPROVED',
      ];
      for (const query of queries) {
        const answer = await page.request.get(`/tokenization-results${query}`, {
          maxRedirects: 0,
          headers: { 'sec-fetch-dest': 'document' },
        });
        expect([query, answer.status(), answer.headers()['location']]).toEqual([
          query,
          303,
          '/tokenization-results/none',
        ]);
        expect(answer.headers()['referrer-policy']).toBe('no-referrer');
      }
      await page.goto('/tokenization-results?results[%3Cb%3E]=APPROVED%7Cx');
      await expect(portal.heading).toHaveText('We have nothing to show for this return');
      await page.getByRole('link', { name: 'Go to Activity' }).click();
      await expect(page.getByText('No activity yet')).toBeVisible();
    },
  );

  test(
    'CB-08: only a person’s own navigation counts: no HEAD, no prefetch, no picture brings an answer home',
    { tag: '@once' },
    async ({ page, world, portal, clickToPay }) => {
      const robin = await world.customer('000');
      await portal.bringToClickToPay(robin);
      await clickToPay.continue();
      const home = await heldReturn(page, clickToPay.returnLink);
      await page.request.head(home, { maxRedirects: 0 });
      for (const headers of [
        { 'sec-fetch-dest': 'image' },
        { 'sec-purpose': 'prefetch', 'sec-fetch-dest': 'document' },
      ]) {
        const answer = await page.request.get(home, { maxRedirects: 0, headers });
        expect(answer.headers()['location']).toBe('/tokenization-results/none');
      }
      await portal.open('/activity');
      await expect(page.getByText('It is their turn. Finish there.')).toBeVisible();
      await page.goto(home);
      await expect(portal.heading).toHaveText('Click to Pay reports one card added');
    },
  );
});
