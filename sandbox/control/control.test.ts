import { describe, expect, it } from 'vitest';
import type { Sandbox } from '@/sandbox/create-sandbox';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import { account } from '@/sandbox/testing/test-bank';
import { TestBrowser } from '@/sandbox/testing/test-browser';
import {
  call,
  CONSUMER_KEY,
  ORIGIN,
  PUSH,
  pushBody,
  pushCards,
  pushRaw,
  receiptsIn,
  testSandbox,
} from '@/sandbox/testing/test-sandbox';

const CARD = testCardNumber('0', '000', 4417);
const ELIGIBLE = '/connect/1/0/getEligibleTokenRequestors';
const ASKING = JSON.stringify({ requestId: 'r', accountRanges: ['512345000'] });

function control(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return sandbox.fetch(
    new Request(`${ORIGIN}/__sandbox${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
}
const text = async (sandbox: Sandbox, path: string) => (await control(sandbox, 'GET', path)).text();

describe('the journal', () => {
  it('never holds a clear card number, whether it came encrypted, in the clear, or in an address', async () => {
    const sandbox = testSandbox();
    const body = pushBody([account(CARD)]);
    await pushRaw(sandbox, body);
    await pushRaw(sandbox, {
      ...body,
      pushFundingAccounts: { encryptedPayload: { encryptedData: [account(CARD)] } },
    });
    await pushRaw(sandbox, { ...body, [CARD]: CARD, requestId: CARD });
    await call(sandbox, 'POST', PUSH, `{"accountNumber":"${CARD}`);
    await call(
      sandbox,
      'POST',
      `${ELIGIBLE}?q=${CARD}`,
      JSON.stringify({ requestId: CARD, accountRanges: [CARD] }),
    );
    const browser = new TestBrowser(sandbox);
    await browser.open(`/provision?pushAccountReceipts=${CARD}&callbackURL=https://b.example/${CARD}`);
    expect(browser.page.html).not.toContain(CARD);
    for (const path of ['/v1/journal', '/']) {
      const content = await text(sandbox, path);
      expect(content).not.toContain(CARD);
      expect(content).toContain('••••••••••••');
    }
  });

  it('keeps what was received, verified and answered, with the decrypted body and the decoded signature', async () => {
    const sandbox = testSandbox();
    const answer = await pushCards(sandbox, [CARD], { requestId: 'req-1' });
    const { entries } = (await (await control(sandbox, 'GET', `/v1/journal?requestId=req-1`)).json()) as {
      entries: Record<string, unknown>[];
    };
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      op: 'push',
      method: 'POST',
      url: `${ORIGIN}/mdes${PUSH}`,
      consumerKey: CONSUMER_KEY,
      client: 'Partner Bank',
      receipts: receiptsIn(answer),
      bodyDecrypted: [
        { fundingAccountData: { cardAccountData: { accountNumber: `••••••••••••${CARD.slice(-4)}` } } },
      ],
      answer: { status: 200, signature: { payload: { pushAccountReceipts: receiptsIn(answer) } } },
    });
    expect(entries[0]?.['verification']).toMatchObject({
      passed: [
        'authorization-header',
        'consumer-key',
        'timestamp',
        'body-hash',
        'signature',
        'nonce',
        'media-type',
        'json',
        'fields',
        'token-requestor',
        'fingerprint',
        'decryption',
        'accounts',
        'number-of-accounts',
      ],
      baseStringForm: 'signer-library',
    });
  });

  it('follows a receipt through hand-over and return, and leaves cookies out', async () => {
    const sandbox = testSandbox();
    const answer = await pushCards(sandbox, [CARD]);
    const browser = new TestBrowser(sandbox);
    await browser.open(`/provision?pushAccountData=${answer.signature}`);
    await browser.submit('/continue');
    await browser.click('Return to Partner Bank');
    const { entries } = JSON.parse(await text(sandbox, `/v1/journal?receipt=${receiptsIn(answer)[0]}`)) as {
      entries: { op: string; headers: object }[];
    };
    expect(entries.map(({ op }) => op)).toEqual(['return', 'hand-over', 'push']);
    expect(entries.flatMap(({ headers }) => Object.keys(headers))).not.toContain('cookie');
  });

  it('keeps the newest five hundred', async () => {
    const sandbox = testSandbox();
    for (let n = 0; n < 505; n += 1)
      await sandbox.fetch(new Request(`${ORIGIN}/mdes${ELIGIBLE}`, { method: 'POST', body: '{}' }));
    const { entries } = JSON.parse(await text(sandbox, '/v1/journal')) as { entries: { id: number }[] };
    expect([entries.length, entries[0]?.id]).toEqual([500, 505]);
  });

  it('notes holder data that the token requestor does not accept, and a flag that does not tell the truth', async () => {
    const sandbox = testSandbox();
    await pushCards(sandbox, [CARD], { tokenRequestorId: '50123456789' });
    await pushCards(sandbox, [CARD], {}, null);
    const { entries } = JSON.parse(await text(sandbox, '/v1/journal')) as {
      entries: { verification: { notes: string[] } }[];
    };
    expect(entries[1]?.verification.notes[0]).toContain(
      'accountHolderAddress, accountHolderMobilePhoneNumber',
    );
    expect(entries[0]?.verification.notes).toEqual(['accountHolderDataSupplied does not say what was sent']);
  });
});

describe('the control surface', () => {
  it('is healthy, and names receipts whose clock it cannot move', async () => {
    const sandbox = testSandbox();
    expect(await (await control(sandbox, 'GET', '/health')).json()).toMatchObject({ status: 'ok' });
    const moved = await control(sandbox, 'POST', '/v1/clock', { receipts: ['X-1'], offsetSeconds: 60 });
    expect(await moved.json()).toEqual({ moved: [], unknown: ['X-1'] });
  });

  it('refuses a page of another site, and serves programs and its own page', async () => {
    const sandbox = testSandbox();
    for (const site of ['cross-site', 'same-site']) {
      expect((await control(sandbox, 'POST', '/v1/reset', {}, { 'sec-fetch-site': site })).status).toBe(403);
    }
    expect(
      (await control(sandbox, 'POST', '/v1/reset', {}, { 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200);
    expect((await control(sandbox, 'POST', '/v1/reset', {})).status).toBe(200);
  });

  it('answers only under a name of this machine', async () => {
    const sandbox = testSandbox();
    expect(
      (await sandbox.fetch(new Request('http://rebound.example:4010/__sandbox/v1/journal'))).status,
    ).toBe(403);
    expect((await sandbox.fetch(new Request('http://localhost:4010/__sandbox/v1/journal'))).status).toBe(200);
  });

  it('refuses a client whose key is too short or none', async () => {
    const key = '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----';
    expect(
      (
        await control(testSandbox(), 'POST', '/v1/clients', {
          consumerKey: 'a',
          publicKeyPem: key,
          name: 'x',
        })
      ).status,
    ).toBe(400);
  });

  it('forgets people and cards on reset', async () => {
    const sandbox = testSandbox();
    const answer = await pushCards(sandbox, [CARD]);
    await control(sandbox, 'POST', '/v1/reset', {});
    const browser = new TestBrowser(sandbox);
    await browser.open(`/provision?pushAccountData=${answer.signature}`);
    expect(browser.heading).toBe('We do not know this receipt');
  });

  it('shows the operator every entry, each to be opened, and the table of test cards', async () => {
    const sandbox = testSandbox();
    await pushCards(sandbox, [CARD]);
    await call(sandbox, 'POST', ELIGIBLE, `${ASKING} `, { alter: (all) => all.set('oauth_nonce', 'x') });
    const page = await text(sandbox, '/');
    expect(page.match(/<details/g)).toHaveLength(2);
    expect(page).toContain('refused at signature');
    expect(page).toContain(testCardNumber('0', '101', 1));
  });
});
