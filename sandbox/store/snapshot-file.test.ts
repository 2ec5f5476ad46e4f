import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import { TestBrowser } from '@/sandbox/testing/test-browser';
import {
  bankRegistration,
  call,
  ORIGIN,
  pushCards,
  receiptsIn,
  testSandbox,
} from '@/sandbox/testing/test-sandbox';

let directory = '';
let snapshotFile = '';
const panHashKey = new Uint8Array(32).fill(7);
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sandbox-state-'));
  snapshotFile = join(directory, 'state', 'sandbox-state.json');
});
afterEach(() => rmSync(directory, { recursive: true }));

const started = () => testSandbox({ snapshotFile, panHashKey });
const CARD = testCardNumber('0', '101', 7);

describe('a restart', () => {
  it('in the middle of a journey goes on where it was, code, cookie and all', async () => {
    const before = started();
    const answer = await pushCards(before, [CARD]);
    const [receipt = ''] = receiptsIn(answer);
    const browser = new TestBrowser(before);
    await browser.open(`/provision?pushAccountData=${answer.signature}&extFlow=true`);
    const page = browser.page.url;
    await before.close();

    const after = started();
    const resumed = new TestBrowser(after);
    await resumed.open(page);
    expect(resumed.heading).toBe('Welcome back, Elena');
    const code = /(\d{3}) (\d{3})<\/p>/.exec(resumed.page.html);
    await resumed.submit('/code', { code: `${code?.[1]}${code?.[2]}` });
    await resumed.click('Return to Partner Bank');
    expect(new URL(resumed.page.url).searchParams.get(`results[${receipt}]`)).toMatch(/^APPROVED\|/);
    await after.close();

    const again = await pushCards(started(), [CARD]);
    const third = new TestBrowser(started());
    await third.open(`/provision?pushAccountData=${again.signature}`);
    expect(receiptsIn(again)).toHaveLength(1);
  });

  it('remembers tokens: the same card is a duplicate afterwards', async () => {
    const number = testCardNumber('0', '000', 8);
    const results: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      const sandbox = started();
      const answer = await pushCards(sandbox, [number]);
      const browser = new TestBrowser(sandbox);
      await browser.open(`/provision?pushAccountData=${answer.signature}`);
      await browser.submit('/continue');
      await browser.click('Return to Partner Bank');
      results.push(
        new URL(browser.page.url).searchParams.get(`results[${receiptsIn(answer)[0]}]`)?.split('|')[0] ?? '',
      );
      await sandbox.close();
    }
    expect(results).toEqual(['APPROVED', 'DUPLICATE_REQUEST']);
  });

  it('keeps clients that were registered at run time', async () => {
    const before = testSandbox({ snapshotFile, panHashKey, clients: [] });
    await before.fetch(
      new Request(`${ORIGIN}/__sandbox/clients`, {
        method: 'POST',
        body: JSON.stringify(bankRegistration()),
      }),
    );
    await before.close();
    const after = testSandbox({ snapshotFile, panHashKey, clients: [] });
    expect(
      (
        await call(
          after,
          'POST',
          '/connect/1/0/getEligibleTokenRequestors',
          '{"requestId":"1","accountRanges":["512345000"]}',
        )
      ).status,
    ).toBe(200);
  });
});

describe('the snapshot', () => {
  it('holds no card number, in no spelling, and nobody else can read it', async () => {
    const sandbox = started();
    await pushCards(sandbox, [CARD, testCardNumber('1', '000', 9)]);
    await sandbox.close();
    const content = readFileSync(snapshotFile, 'utf8');
    expect(content).toContain(CARD.slice(-4));
    expect(content).not.toContain(CARD);
    expect(content).not.toContain(Buffer.from(CARD).toString('base64').slice(0, 20));
    expect(content).not.toContain(Buffer.from(CARD).toString('hex'));
  });

  it('is replaced whole: no half-written file is left beside it', async () => {
    const sandbox = started();
    await pushCards(sandbox, [CARD]);
    await sandbox.close();
    expect(readdirSync(join(directory, 'state'))).toEqual(['sandbox-state.json']);
  });

  it('follows a change by itself within a moment', async () => {
    const sandbox = started();
    await pushCards(sandbox, [CARD]);
    await expect.poll(() => existsSync(snapshotFile), { timeout: 2_000 }).toBe(true);
    await sandbox.close();
  });

  it('that cannot be read is set aside, and the sandbox starts empty', async () => {
    const sandbox = started();
    await pushCards(sandbox, [CARD]);
    await sandbox.close();
    writeFileSync(snapshotFile, '{"version":1,"receipts":');
    await started().close();
    expect(existsSync(`${snapshotFile}.unreadable`)).toBe(true);
  });
});
