import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';

const MOST_TABS = 40;

/** WCAG 2.4.7 and 2.4.11: whoever has the focus shows a ring, inside the window and with nothing laid over it. */
async function faultOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (active === null || active === document.body || active.tagName === 'NEXTJS-PORTAL') return '';
    const shown = active.matches('.sr-only') ? (active.closest('label') ?? active) : active;
    const { outlineStyle, boxShadow } = getComputedStyle(shown);
    // The code's ring is drawn on its cells.
    const ring = outlineStyle !== 'none' || boxShadow !== 'none' || active.matches('[name=code]');
    const { left, right, top, bottom } = shown.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const above = document.elementFromPoint(x, y);
    const seen = above !== null && (shown.contains(above) || above.contains(shown));
    return ring && seen ? '' : `${ring ? 'covered' : 'no ring'}: ${active.outerHTML.slice(0, 200)}`;
  });
}

/** Tab until it has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    expect(await faultOfFocus(page)).toBe('');
  }
  throw new Error(`not reached with ${String(MOST_TABS)} presses of Tab: ${String(target)}`);
}

async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

test('the whole journey with the keyboard alone, through the redirect and back; each step begins at its heading', async ({
  page,
  world,
  portal,
  clickToPay,
  mastercard,
}) => {
  const robin = await world.customer('101', { product: 'reserve' });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await portal.open('/login');

  await test.step('the first stop skips to the content', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  });

  await tabTo(page, page.getByRole('textbox', { name: 'Username' }));
  await page.keyboard.type(robin.username);
  await tabTo(page, page.getByRole('textbox', { name: 'Password', exact: true }));
  await page.keyboard.type(robin.password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/cards');
  await expect(portal.heading).toBeFocused();

  await test.step('no control keeps the focus: past the last one it comes round to the first', async () => {
    const first = page.getByRole('link', { name: 'Skip to the content' });
    await tabTo(page, page.getByRole('main').getByRole('link').last());
    await tabTo(page, first);
  });

  await pressOn(page, page.getByRole('link', { name: 'Choose cards' }));
  await page.waitForURL('**/enroll/to/**');
  await expect(portal.heading).toBeFocused();
  await pressOn(page, portal.choice(robin.cards[1]), ' ');
  await expect(portal.choice(robin.cards[1])).not.toBeChecked();
  await pressOn(page, button(/^Continue/).filter({ visible: true }));
  await page.waitForURL('**/review');

  await expect(portal.heading).toBeFocused();
  const mobile = page.getByRole('group', { name: 'Mobile: share or keep private' });
  await tabTo(page, mobile.getByRole('radio', { name: 'Share' }));
  await page.keyboard.press('ArrowRight');
  await expect(mobile.getByRole('radio', { name: 'Keep private' })).toBeChecked();
  await pressOn(page, page.getByRole('checkbox'), ' ');
  await pressOn(page, button('Agree and get a code'));
  await page.waitForURL('**/confirm');

  await expect(portal.heading).toBeFocused();
  await tabTo(page, portal.codeField);
  await page.keyboard.type(await world.code(robin));
  await page.waitForURL('**/leave');
  await expect(portal.heading).toBeFocused();

  await test.step('the question about cancelling can be opened and closed', async () => {
    await pressOn(page, button('Cancel, add nothing'));
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(button('Cancel, add nothing')).toBeFocused();
  });

  await portal.heading.focus();
  await pressOn(page, portal.leaveButton());

  await expect(clickToPay.heading).toHaveText('Welcome back, Robin');
  await tabTo(page, clickToPay.codeField);
  await page.keyboard.type(await mastercard.code(robin.email));
  await page.keyboard.press('Enter');
  await expect(clickToPay.heading).toContainText('added');
  await pressOn(page, clickToPay.returnLink);
  await page.waitForURL('**/tokenization-results/**');
  await expect(portal.heading).toHaveText('Click to Pay reports one card added');
  await pressOn(page, page.getByRole('link', { name: 'Back to your cards' }));
  await page.waitForURL('**/cards');
  await expect(portal.row(robin.cards[0])).toContainText('Click to Pay reported this card added');
  const [push] = await mastercard.pushes(robin);
  expect(JSON.stringify(push?.bodyDecrypted)).not.toContain('7700');
});

test('@once whoever types before the scripts are there is not interrupted by them', async ({
  page,
  world,
  portal,
}) => {
  const robin = await world.customer('000');
  await portal.bringToConfirm(robin);
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await portal.codeField.focus();
  await page.keyboard.type('12');
  arrive();
  await portal.scriptReady(portal.codeField);
  await expect(page.locator('div[aria-hidden="true"] > span', { hasText: '2' })).toBeVisible();
  await page.keyboard.type('3');
  await expect(portal.codeField).toBeFocused();
  await expect(portal.codeField).toHaveValue('123');
});
