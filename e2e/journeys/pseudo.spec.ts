import { SANDBOX_URL } from '../fixtures/addresses';
import { PseudoReader } from '../fixtures/pseudo';
import { expect, test } from '../fixtures/test';
import { otherThan, type Card, type Customer } from '../fixtures/world';

const NAMES = [
  'UTC, en-XA (Pseudo-Accents)',
  'Partner Bank, English, Everyday debit, Reserve credit, Together debit, Online virtual',
  'Click to Pay',
  'Mastercard',
  'Evergreen Riverside Farmers, Bakers, Makers and Neighborhood Grocers Cooperative of the Lower Valley',
  'Test Street, Bristol BS1 1AA, United Kingdom',
  'Harbour Market, Northwind Pay, Evergreen, Pocket Transit, Sunday Store, Happy Watch',
  'JavaScript, PDF, JSON, QR, iPhone, Android, Chrome, HeadlessChrome, Linux, Debian',
];

// One walk in the pseudo-language (docs/words.md): by place and kind, never by name, since every name has accents.
// A window that changes its size would cut a transition short.
test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.describe.configure({ timeout: 150_000 });

test('@once every screen of the bank takes its words from the catalogue, and longer ones fit', async ({
  page,
  world,
  watch,
}) => {
  watch.expected.push(/404/);
  const robin = await world.customer(
    '000',
    { product: 'reserve', outcome: '201' },
    { product: 'together', outcome: '203' },
    { product: 'online', outcome: '500' },
    { outcome: '206' },
    { product: 'online', status: 'blocked' },
    { expiry: '01/26' },
  );
  const [added, declined, oneMore, lost, late] = robin.cards;
  const reader = new PseudoReader(page, [
    ...NAMES,
    robin.givenName,
    robin.familyName,
    robin.username,
    robin.email,
    `${robin.givenName.slice(0, 1)}${robin.familyName.slice(0, 1)}`,
  ]);
  await reader.begin();
  const main = page.getByRole('main');
  const submit = () => main.locator('form button[type=submit]').filter({ visible: true });

  const signIn = async (username: string, password: string) => {
    await page.locator('input[name=username]:not([type=hidden])').fill(username);
    await page.locator('input[name=password]:not([type=hidden])').fill(password);
    await page.locator('input[name=password]:not([type=hidden])').press('Enter');
  };
  const agree = async (card: Card) => {
    await page.goto('/cards');
    await main.getByRole('button', { name: new RegExp(card.last4) }).click();
    await page.waitForURL('**/review');
    await main.getByRole('checkbox').check();
    await submit().last().click();
    await page.waitForURL('**/confirm');
  };
  const code = async (customer: Customer, sent: number) => {
    const field = main.locator('input[autocomplete=one-time-code]');
    await field.fill(
      await world.code(
        customer,
        Array.from({ length: sent }, () => ''),
      ),
    );
    await page.waitForURL(/\/leave$|\/tokenization-results\//);
  };
  const leave = async () => {
    await main.locator('form[action$="/leave/go"] button').first().click();
    await page.waitForURL(`${SANDBOX_URL}/**`);
  };
  const goBack = async () => {
    await page.locator('a[href$="/return"], a[href*="tokenization-results"]').first().click();
    await page.waitForURL(/tokenization-results/);
  };

  await test.step('signing in', async () => {
    await page.goto('/login');
    await reader.read('sign-in');
    await signIn('', '');
    await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
    await reader.read('sign-in, nothing written');
    await signIn(`${robin.username}x`, 'wrong');
    await expect(page.locator('[aria-invalid=true]')).toHaveCount(0);
    await expect(page.getByRole('alert').first()).toBeVisible();
    await reader.read('sign-in refused');
    await signIn(robin.username, robin.password);
    await page.waitForURL('**/cards');
  });

  await test.step('what there is before anything was sent', async () => {
    for (const path of [
      '/cards',
      '/wallets',
      '/activity',
      '/account',
      '/account/devices',
      '/account/passkeys',
      '/legal/privacy',
      '/legal/terms',
      '/tokenization-results/none',
      '/tokenization-results/parked',
      '/no-such-page',
      '/login/no-account',
      '/login?reason=signed-out',
    ]) {
      await page.goto(path);
      await reader.read(path);
    }
  });

  await test.step('choosing, agreeing, a wrong code, leaving', async () => {
    await page.goto('/cards');
    await main.locator('a[href^="/enroll/to/"]').first().click();
    await page.waitForURL('**/enroll/to/**');
    await reader.read('choose');
    for (const card of [added, declined, oneMore])
      await main.getByRole('checkbox', { name: new RegExp(card.last4) }).check();
    for (const card of [lost, late])
      await main.getByRole('checkbox', { name: new RegExp(card.last4) }).uncheck();
    await submit().last().click();
    await page.waitForURL('**/review');
    await reader.read('review');
    await submit().last().click();
    await expect(main.getByRole('alert').first()).toBeVisible();
    await reader.read('review, not agreed');
    await main.getByRole('checkbox').check();
    await submit().last().click();
    await page.waitForURL('**/confirm');
    await reader.read('confirm');
    const right = await world.code(robin);
    await main.locator('input[autocomplete=one-time-code]').fill(otherThan(right));
    await expect(main.getByRole('alert').first()).toBeVisible();
    await reader.read('confirm, wrong code');
    await main.locator('input[autocomplete=one-time-code]').fill(right);
    await page.waitForURL('**/leave');
    await reader.read('leave');
    await main.getByRole('button', { name: /^\[Çåñçéļ, / }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await reader.read('leave, cancel?');
    await page.keyboard.press('Escape');
    await leave();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
    await page.locator('form[action$="/continue"] button').click();
    await goBack();
    await reader.read('results, three kinds');
  });

  await test.step('no answer, and a slip that expired', async () => {
    await agree(lost);
    await code(robin, 1);
    await reader.read('results unknown');
    await agree(late);
    await code(robin, 2);
    await leave();
    await goBack();
    await reader.read('results, still open');
    await world.wait(robin, 20);
    await page.reload();
    await reader.read('results, expired');
    await page.goto('/cards');
    await reader.read('cards, afterwards');
  });

  await test.step('what is kept', async () => {
    await page.goto('/activity');
    await reader.read('activity');
    const slips = await main
      .locator('a[href^="/activity/"]')
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))]);
    expect(slips.length).toBeGreaterThan(2);
    for (const slip of slips) {
      await page.goto(slip);
      await reader.read('one slip');
      await page.goto(`${slip}/consent`);
      await reader.read('its consent');
    }
  });
});
