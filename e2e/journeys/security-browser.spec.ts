import type { Page } from '@playwright/test';
import { PORTAL_URL } from '../fixtures/addresses';
import { expect, test } from '../fixtures/test';

/** The rules are there before anything can be clicked; the browser refuses a second policy, so they stay. */
async function expectGuarded(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(() => {
          const { trustedTypes } = window as { trustedTypes?: { defaultPolicy: { name: string } | null } };
          return trustedTypes?.defaultPolicy?.name ?? null;
        }),
      { message: `Trusted Types on ${page.url()}` },
    )
    .toBe('default');
}

/** What happened to each of these attempts of a script that got in: `ran`, or the name of the error. */
async function attempts(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const outcome = (work: () => unknown): string => {
      try {
        work();
        return 'ran';
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    };
    const script = (address: string) => () => {
      const element = document.createElement('script');
      element.src = address;
      document.head.append(element);
    };
    return {
      innerHTML: outcome(() => (document.createElement('div').innerHTML = '<img src=x onerror="1">')),
      insertAdjacentHTML: outcome(() => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')),
      'document.write': outcome(() => document.write('<b>x</b>')),
      srcdoc: outcome(() => (document.createElement('iframe').srcdoc = '<script>1</script>')),
      'a foreign script': outcome(script('https://evil.example/_next/static/chunks/x.js')),
      'our own upload': outcome(script('/api/asset/x.js')),
      'text of a script': outcome(() => {
        document.createElement('script').text = '1';
      }),
      'second policy': outcome(() => {
        const { trustedTypes } = window as unknown as {
          trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
        };
        trustedTypes.createPolicy('default', {});
      }),
      'policy of another name': outcome(() => {
        const { trustedTypes } = window as unknown as {
          trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
        };
        trustedTypes.createPolicy('evil', {});
      }),
    };
  });
}

test.describe('Trusted Types', { tag: '@once' }, () => {
  test('BR-02 BR-03 guard every page of the journey, and chunks still load on demand', async ({
    page,
    world,
    portal,
    clickToPay,
    watch,
  }) => {
    watch.expected.push(/404 \(Not Found\)/);
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    const robin = await world.customer('000', '201');

    await portal.open('/login');
    await expectGuarded(page);
    const ofTheDocument = scripts.length;
    await portal.typeLogin(robin.username, robin.password);
    await page.waitForURL('**/cards');
    await expect(portal.addButton(robin.cards[0])).toBeVisible();
    await expectGuarded(page);
    expect(scripts.length, 'scripts loaded without a new document').toBeGreaterThan(ofTheDocument);

    for (const path of [
      '/cards',
      '/wallets',
      '/activity',
      '/legal/privacy',
      '/legal/terms',
      '/tokenization-results/none',
    ])
      await test.step(path, async () => {
        await portal.open(path);
        await expectGuarded(page);
      });

    await test.step('a page that is not there', async () => {
      await portal.open('/no/such/page');
      await expectGuarded(page);
    });

    await portal.open('/cards');
    await portal.add(robin.cards[0]);
    await portal.agree();
    await expectGuarded(page);
    await portal.confirm(robin);
    await expectGuarded(page);
    await portal.leave();
    await clickToPay.finish();
    await expect(portal.heading).toHaveText('Click to Pay reports one card added');
    await expectGuarded(page);
    expect(
      scripts.every(
        (address) => address.startsWith(`${PORTAL_URL}/_next/static/`) || !address.startsWith(PORTAL_URL),
      ),
    ).toBe(true);
  });

  test('BR-03 a string never becomes mark-up or script, whoever writes it', async ({
    page,
    portal,
    watch,
  }) => {
    watch.expected.push(/policy violated|TrustedHTML|TrustedScript|Trusted Type|violates the following/i);
    await portal.open('/login');
    await expectGuarded(page);
    expect(await attempts(page)).toEqual({
      innerHTML: 'TypeError',
      insertAdjacentHTML: 'TypeError',
      'document.write': 'TypeError',
      srcdoc: 'TypeError',
      'a foreign script': 'TypeError',
      'our own upload': 'TypeError',
      'text of a script': 'TypeError',
      'second policy': 'TypeError',
      'policy of another name': 'TypeError',
    });
  });
});
