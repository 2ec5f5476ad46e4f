import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Sandbox } from '@/sandbox/create-sandbox';
import { TestBrowser } from '@/sandbox/testing/test-browser';
import { testSandbox } from '@/sandbox/testing/test-sandbox';
import { arrive, newestCode } from '@/sandbox/testing/visit';

const EMAIL = 'elena.novak@example.com';

it('a restart between any two steps loses nothing: remembered browser, sign-in, session, order, proof', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sandbox-shop-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const start = () =>
    testSandbox({
      snapshotFile: join(directory, 'state.json'),
      panHashKey: new Uint8Array(32).fill(7),
    });
  let running = start();
  const restart = async () => {
    await running.close();
    running = start();
  };
  const lasting: Sandbox = { fetch: (request) => running.fetch(request), close: () => running.close() };

  const { browser } = await arrive(lasting, ['000']);
  await browser.submit('/continue', { remember: 'yes' });
  await restart();
  await browser.open('/profile');
  expect(browser.heading).toBe('Your Click to Pay profile');

  const stranger = new TestBrowser(lasting);
  await stranger.open('/shop');
  await stranger.submit('/checkout?locale=en_US');
  await restart();
  await stranger.submit('/email', { email: EMAIL });
  await restart();
  await stranger.submit('/code', { code: await newestCode(lasting, { email: EMAIL }) });
  await restart();
  await stranger.open(stranger.page.url);
  expect(stranger.heading).toBe('Pay $18.50');
  const card = /name="card" value="([\w-]{22})"/.exec(stranger.page.html)?.[1] ?? '';
  await stranger.open(stranger.page.url, { card });
  await restart();
  await stranger.open(stranger.page.url);
  expect(stranger.page.html).toContain('Yes: it fits this token, this shop and this amount');
  await running.close();
});
