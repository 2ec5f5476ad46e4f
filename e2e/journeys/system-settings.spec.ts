import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';

/** What a person sees of a control that is on, off or in focus: edges, ring, filling. */
async function looks(control: Locator): Promise<string> {
  return control.evaluate((element) => {
    const { borderWidth, borderColor, backgroundColor, outlineStyle, outlineWidth } =
      getComputedStyle(element);
    return [borderWidth, borderColor, backgroundColor, outlineStyle, outlineWidth].join(' ');
  });
}

const edge = (control: Locator): Promise<string> =>
  control.evaluate((element) => getComputedStyle(element).borderBlockStartWidth);

async function ringOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    return active === null ? 'none' : getComputedStyle(active).outlineStyle;
  });
}

test.describe('what the system asks for', { tag: '@once' }, () => {
  test('forced colours: edges, focus and states can still be told apart', async ({
    page,
    world,
    portal,
    clickToPay,
    mastercard,
  }) => {
    const robin = await world.customer('101', { product: 'reserve' });
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await portal.open('/login');
    expect(await edge(page.getByRole('textbox', { name: 'Username' }))).not.toBe('0px');
    expect(await edge(page.getByRole('button', { name: 'Sign in', exact: true }))).not.toBe('0px');
    await portal.bringToCards(robin);
    await portal.openChoose();

    await test.step('a ticked box differs from an empty one', async () => {
      const box = portal.choice(robin.cards[1]);
      await box.check();
      const ticked = await looks(box);
      await box.uncheck();
      expect(await looks(box)).not.toBe(ticked);
      await box.check();
    });

    await portal.continueFromChoose();

    await test.step('so do "Share" and "Keep private"', async () => {
      const mobile = page.getByRole('group', { name: 'Mobile: share or keep private' });
      const [share, keep] = [mobile.locator('label').first(), mobile.locator('label').last()];
      expect(await looks(share)).not.toBe(await looks(keep));
    });

    await test.step('the step that one is at differs from the next', async () => {
      const discs = page
        .getByRole('list', { name: 'Progress' })
        .getByRole('listitem')
        .locator('span')
        .first();
      await expect(discs).toBeVisible();
      const steps = page.getByRole('banner').getByRole('listitem');
      expect(await looks(steps.nth(1).locator('span').first())).not.toBe(
        await looks(steps.nth(2).locator('span').first()),
      );
    });

    await portal.agree();
    await portal.scriptReady(portal.codeField);
    await portal.codeField.pressSequentially('12');

    await test.step('the digits stand in their cells, once, and the cell of the next one stands out', async () => {
      await expect(portal.codeField).toHaveCSS('color', 'rgba(0, 0, 0, 0)');
      const cells = page.locator('div[aria-hidden="true"] > span').filter({ visible: true });
      await expect.poll(() => looks(cells.nth(2))).not.toBe(await looks(cells.nth(3)));
    });

    await portal.codeField.fill('');
    await portal.confirm(robin);
    await expect(portal.heading).toBeFocused();
    await page.keyboard.press('Tab');
    expect(await ringOf(page)).not.toBe('none');
    await portal.leave();
    await clickToPay.codeField.focus();
    expect(await ringOf(page)).not.toBe('none');
    expect(await edge(page.getByRole('button', { name: 'Continue' }))).not.toBe('0px');
    await clickToPay.typeCode(await mastercard.code(robin.email));
    await clickToPay.goBack();
    await expect(portal.heading).toHaveText(/added$/);
  });

  test('reduced motion: nothing moves, from Cards to the results', async ({
    page,
    world,
    portal,
    clickToPay,
  }) => {
    const robin = await world.customer('000', { product: 'reserve' });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moved: string[] = [];
    await page.exposeFunction('noteMotion', (what: string) => moved.push(what));
    await page.addInitScript(() => {
      const note = (what: string): void => {
        Reflect.get(globalThis, 'noteMotion')(what);
      };
      for (const kind of ['animationstart', 'transitionrun'] as const)
        addEventListener(kind, ({ target }) => {
          note(`${kind} ${target instanceof Element ? target.outerHTML.slice(0, 120) : ''}`);
        });
      // What runs without an event of its own: scripts and view transitions.
      const look = (): void => {
        for (const one of document.getAnimations())
          if (one.playState === 'running' && Number(one.effect?.getComputedTiming().activeDuration ?? 0) > 1)
            note('animation');
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await portal.bringToCards(robin);
    await portal.openChoose();
    await portal.choose(...robin.cards);
    await portal.keepPrivate('Mobile');
    await page.getByRole('button', { name: 'Agree and get a code' }).click();
    await expect(page.getByRole('link', { name: 'Tick the box to send this slip.' })).toBeVisible();
    await portal.agree();
    await portal.confirm(robin);
    await page.getByRole('button', { name: 'Cancel, add nothing' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await portal.leave();
    await clickToPay.finish();
    await portal.open('/activity');
    await expect(portal.heading).toHaveText('Activity');
    expect(moved).toEqual([]);
  });
});
