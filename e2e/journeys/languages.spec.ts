import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import { SANDBOX_URL } from '../fixtures/addresses';
import { expectAccessible, sticksOut } from '../fixtures/accessible';

test('@once a language chosen before signing in leads through the journey, into the code and to Click to Pay', async ({
  page,
  world,
  portal,
  mastercard,
}) => {
  const robin = await world.customer('000');
  await portal.open('/login?next=/activity');
  await page.locator('summary').click();
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es-ES');
  await page.getByRole('textbox', { name: 'Usuario' }).fill(robin.username);
  await page.getByRole('textbox', { name: 'Contraseña', exact: true }).fill(robin.password);
  await page.getByRole('button', { name: 'Iniciar sesión', exact: true }).click();
  await page.waitForURL('**/activity');
  await portal.open('/cards');
  await page.getByRole('button', { name: /^Añadir .* a Click to Pay$/ }).click();
  await page.waitForURL('**/review');
  await expect(page.getByText('Pido a Partner Bank')).toBeVisible();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Aceptar y recibir un código' }).click();
  await page.waitForURL('**/confirm');
  const code = page.getByRole('textbox', { name: 'Código de seis cifras' });
  await portal.scriptReady(code);
  await code.fill(await world.code(robin));
  await page.waitForURL('**/leave');
  await page.getByRole('button', { name: 'Continuar a Click to Pay' }).click();
  await page.waitForURL(`${SANDBOX_URL}/**`);
  await expect(page.getByRole('contentinfo').getByRole('link')).toHaveAttribute('href', /locale=es_GB$/);
  expect(await mastercard.pushes(robin)).toHaveLength(1);
});

async function expectToFit(page: Page, screen: string): Promise<void> {
  expect(await sticksOut(page), `${screen}: sideways`).toEqual([]);
}

/** A walk from the bank to Click to Pay and back, in one language; by place and kind, since every name is translated. */
const WALKS = [
  { locale: 'ar-AE', lang: /^ar-/, dir: 'rtl', judge: expectAccessible, added: /^أُضيفت البطاقة .*\d{4}$/ },
  { locale: 'de-DE', lang: /^de-/, dir: 'ltr', judge: expectToFit, added: /^Karte .*\d{4} hinzugefügt$/ },
] as const;

for (const { locale, lang, dir, judge, added } of WALKS)
  test(`@once ${locale}: the bank, Click to Pay and the results are all in one language and direction`, async ({
    browser,
    world,
  }) => {
    test.slow();
    const robin = await world.customer('101');
    const context = await browser.newContext({ locale, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const seen = async (screen: string) => {
      await expect(page.locator('html'), screen).toHaveAttribute('lang', lang);
      await expect(page.locator('html'), screen).toHaveAttribute('dir', dir);
      await judge(page, `${screen} in ${locale}`);
    };
    const submit = page.locator('main form button[type=submit]').filter({ visible: true });
    await page.goto('/login');
    await seen('sign-in');
    await page.locator('input[name=username]:not([type=hidden])').fill(robin.username);
    await page.locator('input[name=password]:not([type=hidden])').fill(robin.password);
    await page.locator('input[name=password]:not([type=hidden])').press('Enter');
    await page.waitForURL('**/cards');
    await seen('cards');
    await page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(robin.cards[0].last4) })
      .click();
    await page.waitForURL('**/review');
    await seen('review');
    await page.getByRole('main').getByRole('checkbox').check();
    await submit.last().click();
    await page.waitForURL('**/confirm');
    await seen('confirm');
    await page.locator('input[autocomplete=one-time-code]').fill(await world.code(robin));
    await page.waitForURL('**/leave');
    await seen('leave');
    await page.locator('form[action$="/leave/go"] button').first().click();
    await page.waitForURL(`${SANDBOX_URL}/**`);
    await seen('Click to Pay asks for a code');
    const code = await page.getByTestId('click-to-pay-code').textContent();
    await page.locator('input[name=code]').fill((code ?? '').replace(/\D/g, ''));
    await page.locator('form[action$="/code"] button.button').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(added);
    await seen('Click to Pay, added');
    await page.locator('a[href$="/return"]').click();
    await page.waitForURL('**/tokenization-results/**');
    await seen('results');
    await page.goto('/activity');
    await seen('activity');
    for (const path of ['/profile', '/shop', '/about']) {
      await page.goto(`${SANDBOX_URL}${path}`);
      await seen(`Click to Pay, ${path}`);
    }
    await context.close();
  });
