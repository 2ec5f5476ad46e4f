import type { Browser, BrowserContext } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium } from './browser';
import { addCanaryColumns, COLUMN_CANARY } from './canary-column';
import { importCustomer } from './customer';
import { startLoopbackBank, type LoopbackBank } from './loopback-bank';
import { RANGE, walkJourney } from './walk';

describe.skipIf(inject('postgresUrl') === null)(
  'the journey of a production build, all of it over TLS',
  () => {
    let bank: LoopbackBank;
    let browser: Browser;

    beforeAll(async () => {
      browser = await launchChromium();
      bank = await startLoopbackBank();
    });
    afterAll(async () => {
      await browser.close();
      await bank.close();
    });

    /** What a browser must never do or meet on the way. */
    async function watched(): Promise<{
      context: BrowserContext;
      problems: string[];
      told: Promise<string>[];
    }> {
      const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB' });
      const problems: string[] = [];
      /** What pages, payloads and endpoints said. */
      const told: Promise<string>[] = [];
      await context.addInitScript(() =>
        addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy violated: ${event.violatedDirective}`),
        ),
      );
      context.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      context.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== bank.origin && origin !== bank.mastercard)
          problems.push(`a third party was asked: ${origin}`);
      });
      context.on('response', (response) => {
        const hsts = response.headers()['strict-transport-security'];
        if (response.url().startsWith(bank.origin) && hsts === undefined)
          problems.push(`no HSTS on ${response.url()}`);
        const type = response.headers()['content-type'] ?? '';
        if (response.url().startsWith(bank.origin) && /html|x-component|json/.test(type))
          told.push(response.text().catch(() => ''));
      });
      return { context, problems, told };
    }

    it('AU-01 AZ-03 BR-02 BR-04 BR-07 CB-09: from the bank’s own import to what Click to Pay reported', async () => {
      expect(await addCanaryColumns(bank.portal.env['DATABASE_URL'] ?? '')).toBeGreaterThan(8);
      const customer = await importCustomer(bank.portal, RANGE);
      const { context, problems, told } = await watched();
      const page = await context.newPage();
      await walkJourney(page, bank, customer);
      const session = (await context.cookies()).find(({ name }) => name === '__Host-session');
      expect(session).toMatchObject({
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        expires: -1,
      });

      await expect(page.getByRole('heading', { level: 1 }).textContent()).resolves.toBe(
        'Click to Pay reports one card added',
      );
      for (const path of ['/activity', '/wallets', '/cards', '/api/me/export'])
        told.push(page.request.get(`${bank.origin}${path}`).then((answer) => answer.text()));
      const everything = (await Promise.all(told)).join('\n');
      expect(everything).toContain(customer.familyName);
      expect(everything).not.toContain(COLUMN_CANARY);
      expect(problems).toEqual([]);
      expect(bank.portal.output()).not.toContain(customer.accountNumber);
      expect(await page.content()).not.toContain(customer.accountNumber);
      await context.close();
    });
  },
);
