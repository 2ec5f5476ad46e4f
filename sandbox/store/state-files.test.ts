import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
const JOURNAL = '/__sandbox/v1/journal';
const RESET = '/__sandbox/v1/reset';
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
    const code = /(\d{3}) (\d{3})<\/bdi>/.exec(resumed.page.html);
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
      new Request(`${ORIGIN}/__sandbox/v1/clients`, {
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

describe('the state on disk', () => {
  it('holds no card number, in no spelling, and nobody else can read it', async () => {
    const sandbox = started();
    await pushCards(sandbox, [CARD, testCardNumber('1', '000', 9)]);
    await sandbox.close();
    const folder = join(directory, 'state');
    const content = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    expect(content).toContain(CARD.slice(-4));
    expect(content).not.toContain(CARD);
    expect(content).not.toContain(Buffer.from(CARD).toString('base64').slice(0, 20));
    expect(content).not.toContain(Buffer.from(CARD).toString('hex'));
  });

  it('is replaced whole: no half-written file is left beside it', async () => {
    const sandbox = started();
    await pushCards(sandbox, [CARD]);
    await sandbox.close();
    expect(readdirSync(join(directory, 'state')).sort()).toEqual([
      'sandbox-journal.jsonl',
      'sandbox-state.json',
      'sandbox-state.json.log',
    ]);
    for (const name of readdirSync(join(directory, 'state')))
      expect([name, statSync(join(directory, 'state', name)).mode & 0o077]).toEqual([name, 0]);
  });

  it('needs no farewell: what was answered before the program was killed is there again', async () => {
    const killed = started();
    const answer = await pushCards(killed, [CARD]);
    const [receipt = ''] = receiptsIn(answer);
    // No close: the next one finds the files as they are.
    const after = started();
    const browser = new TestBrowser(after);
    await browser.open(`/provision?pushAccountData=${answer.signature}`);
    expect(browser.page.status).toBe(200);
    const journal = await after.fetch(new Request(`${ORIGIN}${JOURNAL}?receipt=${receipt}`));
    expect((await journal.json()) as object).toMatchObject({
      entries: [
        { op: 'hand-over', id: 2 },
        { op: 'push', id: 1 },
      ],
    });
    await after.close();
  });

  it('of a reset stays empty', async () => {
    const before = started();
    const { signature } = await pushCards(before, [CARD]);
    await before.fetch(new Request(`${ORIGIN}${RESET}`, { method: 'POST' }));
    const after = started();
    const browser = new TestBrowser(after);
    await browser.open(`/provision?pushAccountData=${signature}`);
    expect(browser.page.status).not.toBe(200);
  });

  it('is played back up to the line that a killed program left unfinished', async () => {
    const { signature } = await pushCards(started(), [CARD]);
    const before = readFileSync(`${snapshotFile}.log`, 'utf8');
    writeFileSync(`${snapshotFile}.log`, `${before}{"kind":"receipts","key":"MCC-STL`);
    const journalFile = join(directory, 'state', 'sandbox-journal.jsonl');
    writeFileSync(journalFile, `${readFileSync(journalFile, 'utf8')}{"id":2,"at":"2026`);
    const after = started();
    const browser = new TestBrowser(after);
    await browser.open(`/provision?pushAccountData=${signature}`);
    expect(browser.page.status).toBe(200);
    expect(existsSync(`${snapshotFile}.log.unreadable`)).toBe(true);
    expect(readFileSync(journalFile, 'utf8').trimEnd().split('\n')).toHaveLength(2);
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
