import { expect, test } from '../fixtures/test';
import { SANDBOX_URL } from '../fixtures/addresses';
import { Portal } from '../pages/portal';
import { expectAccessible } from '../fixtures/accessible';

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

test('@once Arabic runs from right to left, fits, and can be used', async ({ browser, world }) => {
  const robin = await world.customer('000');
  const context = await browser.newContext({ locale: 'ar-AE', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto('/login');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expectAccessible(page, 'sign-in in Arabic');
  await page.getByRole('textbox', { name: 'اسم المستخدم' }).fill(robin.username);
  await page.getByRole('textbox', { name: 'كلمة المرور', exact: true }).fill(robin.password);
  await page.getByRole('button', { name: 'تسجيل الدخول', exact: true }).click();
  await page.waitForURL('**/cards');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expectAccessible(page, 'cards in Arabic');
  await page
    .getByRole('button', { name: /Click to Pay$/ })
    .first()
    .click();
  await page.waitForURL('**/review');
  await expectAccessible(page, 'review in Arabic');
  await page.getByRole('checkbox').check();
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForURL('**/confirm');
  await expectAccessible(page, 'confirm in Arabic');
  const code = page.locator('input[name=code]');
  await new Portal(page, world).scriptReady(code);
  await code.fill(await world.code(robin));
  await page.waitForURL('**/leave');
  await expectAccessible(page, 'leave in Arabic');
  await page.goto('/activity');
  await expectAccessible(page, 'activity in Arabic');
  await context.close();
});
