import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freePort } from '@/scripts/ports.mjs';
import { projectRoot } from '@/scripts/project-root.mjs';
import { productionEnvironment } from './bank-files';
import { launchChromium } from './browser';
import { importCustomer } from './customer';
import { startLoopbackBank, type LoopbackBank } from './loopback-bank';
import { runBundle } from './portal';

const brandFile = (name: string) => path.join(projectRoot, 'brands', `${name}.json`);

const BANKS = [
  {
    file: 'alder-savings',
    name: 'Alder Savings',
    accent: 'oklch(43% 0.09 152)',
    // No French: the first of the list.
    french: 'en-GB',
    languages: ['English', 'Deutsch', 'العربية'],
    privacy: '/legal/privacy',
    phone: 'tel:08005550167',
  },
  {
    file: 'banco-fogueira',
    name: 'Banco Fogueira',
    accent: 'oklch(50.1% 0.178 29)',
    french: 'pt-BR',
    languages: ['Português (Brasil)', 'Español'],
    privacy: 'https://www.banco-fogueira.example/privacidade',
    phone: 'tel:+551155500175',
  },
] as const;

describe.skipIf(inject('postgresUrl') === null).each(BANKS)(
  'the same build with the brand file of $name',
  ({ file, name, accent, french, languages, privacy, phone }) => {
    let bank: LoopbackBank;
    let browser: Browser;
    beforeAll(async () => {
      [browser, bank] = await Promise.all([
        launchChromium(),
        startLoopbackBank({ BRAND_FILE: brandFile(file) }),
      ]);
    });
    afterAll(() => Promise.all([browser.close(), bank.close()]));

    const ask = (target: string, headers: Record<string, string> = {}) =>
      bank.portal.ask(target, { headers: { host: new URL(bank.origin).host, ...headers } });
    const folderOf = (html: string) => /href="(\/brand\/[0-9a-f]{16})\/brand\.css"/.exec(html)?.[1] ?? '';

    it('is that bank: its name, links and number, and only its languages', async () => {
      const { body } = await ask('/login', { 'accept-language': 'fr' });
      expect(body).toContain(`<html lang="${french}"`);
      expect(body).toMatch(new RegExp(`<title>[^<]* · ${name}</title>`));
      expect(body).toContain(`href="${privacy}"`);
      expect(body).toContain(`href="${phone}"`);
      const offered = [...body.matchAll(/name="language"[^>]*>([^<]+)</g)].map(([, language]) => language);
      expect(offered).toEqual(languages);
      expect(body).not.toContain('Partner Bank');
    });

    it('has its own colours, cards and icon: files that a browser keeps for a year, and that do nothing', async () => {
      const { body } = await ask('/login');
      const folder = folderOf(body);
      const sheet = await ask(`${folder}/brand.css`);
      expect(sheet.body).toContain(`--accent:${accent}`);
      const mark = (JSON.parse(readFileSync(brandFile(file), 'utf8')) as { mark: string }).mark;
      for (const drawing of ['face-everyday.svg', 'icon.svg']) {
        const answer = await ask(`${folder}/${drawing}`);
        expect(answer.body).toContain(mark);
        expect(answer.headers).toMatchObject({
          'content-type': 'image/svg+xml',
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        });
      }
      // A page of another version still finds colours, and asks again next time.
      const stale = await ask('/brand/0123456789abcdef/brand.css');
      expect([stale.body, stale.headers['cache-control']]).toEqual([sheet.body, 'no-cache']);
      expect((await ask('/favicon.ico')).headers['location']).toBe(`${folder}/icon.svg`);
      expect((await ask(`${folder}/constructor`)).status).toBe(404);
    });

    it('can be read on every kind of page, in light and in dark', async () => {
      const customer = await importCustomer(bank.portal);
      const context = await browser.newContext({ ignoreHTTPSErrors: true, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const illegible: string[] = [];
      const look = async (where: string) => illegible.push(...(await contrastFaults(page, where)));
      await page.goto(`${bank.origin}/login`);
      await look('login');
      await page.locator('input[name="username"]').fill(customer.username);
      await page.locator('input[name="password"]').fill(customer.password);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/cards');
      await look('cards');
      for (const place of ['/wallets', '/activity', '/account', '/legal/privacy', '/nowhere']) {
        await page.goto(`${bank.origin}${place}`);
        await look(place);
      }
      await context.close();
      expect(illegible).toEqual([]);
    }, 60_000);
  },
);

async function contrastFaults(page: Page, where: string): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations, passes } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
    expect(passes.flatMap(({ nodes }) => nodes).length).toBeGreaterThan(3);
    for (const { nodes } of violations)
      faults.push(...nodes.map(({ target }) => `${where}, ${colorScheme}: ${target.join(' ')}`));
  }
  return faults;
}

describe('a start with a broken brand file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'brand-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const start = async (text: string, more: Record<string, string> = {}) => {
    const file = path.join(folder, 'brand.json');
    writeFileSync(file, text);
    const env = productionEnvironment(await freePort(), 'postgres://portal@127.0.0.1:9/none');
    return runBundle('server', { ...env, BRAND_FILE: file, ...more });
  };
  const good = readFileSync(brandFile('alder-savings'), 'utf8');

  it('is refused with every line and reason, and with the faults of the environment', async () => {
    const { code, output } = await start(
      good
        .replace('"tide"', '"stripes"')
        .replace('/legal/terms', 'http://bank.example')
        .replace('"de"', '"xx"'),
      { AUTH_SECRET: 'short' },
    );
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toEqual([
      'AUTH_SECRET must have at least 32 characters.',
      expect.stringMatching(/^BRAND_FILE line 9: pattern must be one of tide, /),
      expect.stringMatching(/^BRAND_FILE line 44: terms must be .* https address/),
      expect.stringMatching(/^BRAND_FILE line 46: languages must be of en \(English\), /),
    ]);
  });

  it.each([
    ['{\n  "name": "Alder",\n  "mark": M0 0\n}', 'BRAND_FILE line 3: is not JSON.'],
    ['[]', 'BRAND_FILE line 1: the brand is missing, or of another type than it must be.'],
  ])('%j: %s', async (text, fault) => {
    expect(await start(text)).toEqual({ code: 1, output: expect.stringContaining(fault) });
  });

  it('says what it corrected, and goes on', async () => {
    const { output } = await start(good.replace('"oklch(43% 0.09 152)"', '"#ffdd33"'));
    expect(output).toMatch(
      /^BRAND_FILE line 4: accent is drawn as #[0-9a-f]{6} in the light theme: #ffdd33 could not be read there\.$/m,
    );
    expect(output).toContain('The database cannot be reached');
  });
});
