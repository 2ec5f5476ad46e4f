import { expect, test } from '../fixtures/test';
import { otherThan } from '../fixtures/world';

test.describe('the bank’s own code', { tag: '@once' }, () => {
  test('a wrong code says how many tries are left, and the right one still goes', async ({
    page,
    world,
    portal,
    mastercard,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToConfirm(robin);

    await test.step('the drawn phone shows the message, with the card count and the destination', async () => {
      const phone = page.getByRole('region', { name: 'Messages on Robin’s phone' });
      await expect(phone).toContainText('is your code to send 1 card to Click to Pay');
    });

    const code = await world.code(robin);
    await portal.typeCode(otherThan(code));
    await expect(page.getByRole('alert').filter({ hasText: 'That is not the code we sent.' })).toContainText(
      '4 tries left',
    );
    await expect(portal.codeField).toHaveAttribute('aria-invalid', 'true');
    await portal.codeField.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.waitForURL('**/leave');
    expect(await mastercard.pushes(robin)).toHaveLength(1);
  });

  test('AU-12: five wrong codes void it; a new one is sent and works', async ({
    page,
    world,
    portal,
    mastercard,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToConfirm(robin);
    const first = await world.code(robin);
    const words = ['4 tries left', '3 tries left', '2 tries left', 'One try left'];
    for (const left of words) {
      await portal.codeField.fill('');
      await portal.typeCode(otherThan(first));
      await expect(page.getByRole('alert').filter({ hasText: left })).toBeVisible();
    }
    await portal.codeField.fill('');
    await portal.typeCode(otherThan(first));
    await expect(page.getByRole('alert').filter({ hasText: /Ask for a new one/ })).toBeVisible();

    await test.step('the first code is dead, even if it is typed right now', async () => {
      await portal.codeField.fill('');
      await portal.typeCode(first);
      await expect(page.getByRole('alert').filter({ hasText: /Ask for a new one/ })).toBeVisible();
      expect(await mastercard.pushes(robin)).toEqual([]);
    });

    await page.reload();
    await portal.resendCode();
    await expect(page.getByText('You have 5 tries.', { exact: false })).toBeVisible();
    await portal.confirm(robin, [first]);
    await expect(page).toHaveURL(/\/leave$/);
  });

  test('a code that ran out is explained, and another one leads on', async ({ page, world, portal }) => {
    const robin = await world.customer('000');
    await portal.bringToConfirm(robin);
    const old = await world.code(robin);
    await world.wait(robin, 6);
    await portal.typeCode(old);
    await expect(
      page.getByRole('alert').filter({ hasText: /^This code no longer works\..* Ask for a new one\.$/ }),
    ).toBeVisible();
    await page.reload();
    await expect(portal.heading).toHaveText('You need a new code');
    await portal.resendCode();
    await expect(portal.heading).toHaveText('Enter your code');
    await portal.confirm(robin, [old]);
    await expect(page).toHaveURL(/\/leave$/);
  });

  test('another code can be asked for after half a minute; the one before it is void', async ({
    page,
    world,
    portal,
  }) => {
    const robin = await world.customer('000');
    await portal.bringToConfirm(robin);
    const old = await world.code(robin);
    await expect(page.getByRole('button', { name: /^Send again in \d+ s$/ })).toBeDisabled();
    await world.wait(robin, 0.6);
    await page.reload();
    await portal.resendCode();
    const fresh = await world.code(robin, [old]);
    await expect(page.getByRole('button', { name: /^Send again in \d+ s$/ })).toBeVisible();
    await portal.typeCode(old === fresh ? otherThan(fresh) : old);
    await expect(page.getByRole('alert').filter({ hasText: 'That is not the code we sent.' })).toBeVisible();
    await portal.codeField.fill('');
    await portal.typeCode(fresh);
    await page.waitForURL('**/leave');
  });

  test('AU-11: changing the cards voids the code and the consent', async ({
    page,
    world,
    portal,
    mastercard,
  }) => {
    const robin = await world.customer('000', { product: 'reserve' });
    const [first, second] = robin.cards;
    await portal.bringToConfirm(robin, first);
    const old = await world.code(robin);
    const confirm = page.url();
    await page.getByRole('link', { name: 'Change' }).click();
    await page.waitForURL('**/review');
    await page.getByRole('link', { name: 'Change cards' }).click();
    await page.waitForURL('**/choose');
    await expect(portal.choice(first)).toBeChecked();
    await portal.choose(first, second);
    await expect(page.getByRole('checkbox')).not.toBeChecked();

    await test.step('the confirm page is out of reach until the new slip is agreed to', async () => {
      await page.goto(confirm);
      await expect(page).toHaveURL(/\/review$/);
    });

    await portal.agree();
    const fresh = await world.code(robin, [old]);
    await portal.typeCode(old === fresh ? otherThan(fresh) : old);
    await expect(page.getByRole('alert').filter({ hasText: 'That is not the code we sent.' })).toBeVisible();
    expect(await mastercard.pushes(robin)).toEqual([]);
    await portal.codeField.fill('');
    await portal.typeCode(fresh);
    await page.waitForURL('**/leave');
    expect((await mastercard.pushes(robin))[0]?.bodyDecrypted).toHaveLength(2);
  });

  test(
    'AU-02: neither a cookie planted before signing in nor one copied before the code is worth anything afterwards',
    { tag: '@once' },
    async ({ context, page, world, portal, browser }) => {
      const [robin, thief] = [await world.customer('000'), await world.customer('000')];
      const copied = async () => (await context.cookies()).filter(({ name }) => name === 'session');
      /** What a browser with this cookie sees: its own address, at which it is not let in. */
      const replay = async (cookies: Awaited<ReturnType<typeof copied>>) => {
        const other = await browser.newContext();
        await other.addCookies(cookies);
        const answer = await other.request.get('/cards');
        await other.close();
        return new URL(answer.url()).pathname;
      };
      await portal.signIn(thief);
      const planted = await copied();
      expect(await replay(planted)).toBe('/cards');

      await test.step('signing in over somebody else’s session', async () => {
        const other = await context.newPage();
        await other.goto('/cards');
        await context.clearCookies();
        await portal.open('/login');
        await context.addCookies(planted);
        await portal.typeLogin(robin.username, robin.password);
        await expect(
          page.getByRole('button', { name: `Your account, Robin ${robin.familyName}` }),
        ).toBeVisible();
        expect(await replay(planted)).toBe('/login');
        await other.close();
      });

      await test.step('the code, with another tab open', async () => {
        const tab = await context.newPage();
        await tab.goto('/activity');
        await portal.bringOn(robin.cards);
        const before = await copied();
        await portal.confirm(robin);
        expect(await copied()).not.toEqual(before);
        expect(await replay(before)).toBe('/login');
        await tab.getByRole('link', { name: 'Cards', exact: true }).first().click();
        await expect(tab).toHaveURL(/\/cards$/);
        await portal.leave();
      });
    },
  );
});
