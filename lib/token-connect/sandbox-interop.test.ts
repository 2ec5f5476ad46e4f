import { once } from 'node:events';
import { createServer as createSocketServer } from 'node:net';
import { X509Certificate, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JSONWebKeySet } from 'jose';
import { Pan } from '@/lib/domain/pan';
import { makeTestKeys } from '@/lib/testing/token-connect-vectors/test-keys';
import { createServer, type ServerType } from '@/sandbox/listen';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import {
  chooseHandOff,
  createTokenConnectClient,
  type ExchangeEvent,
  type PushInput,
  type TokenConnectOptions,
} from './client';

const CLICK_TO_PAY = '50123197928';
const signing = makeTestKeys();
const payload = makeTestKeys();
const jws = makeTestKeys();
const consumerKey = `${'Ab-_'.repeat(12)}!${'0123456789abcdef'.repeat(2)}0000000000000000`;

let server: ServerType;
let origin = '';
let jwks: JSONWebKeySet;

async function freePort(): Promise<number> {
  const probe = createSocketServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const publicKeyPem = signing.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  ({ server } = createServer({
    origin,
    encryptionKey: payload.privateKey,
    encryptionCertificateDer: new X509Certificate(payload.certificatePem).raw,
    jwsKey: jws.privateKey,
    jwsKeyId: '20261122000000-MDES-token-connect-sim',
    clients: [{ consumerKey, publicKeyPem, name: 'Partner Bank' }],
    stallMs: 5_000,
  }));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  jwks = (await (await fetch(`${origin}/__sandbox/jwks.json`)).json()) as JSONWebKeySet;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const clientWith = (options: Partial<TokenConnectOptions> = {}) =>
  createTokenConnectClient({
    baseUrl: `${origin}/mdes`,
    consumerKey,
    signingKey: signing.privateKey,
    encryptionCertificatePem: payload.certificatePem,
    jwks,
    ...options,
  });

let serial = 0;
const card = (outcome = '000') => ({
  pushAccountId: randomUUID(),
  pan: Pan.parse(testCardNumber('0', outcome, (serial += 1))),
  expiry: { month: 12, year: 2030 },
});

const pushOf = (change: Partial<PushInput> = {}): PushInput => ({
  requestId: randomUUID(),
  tokenRequestorId: CLICK_TO_PAY,
  accounts: [card(), card()],
  accountHolder: { name: 'José Ñ 🙂', email: 'jose@partnerbank.example' },
  callbackUrl: 'http://localhost:3000/tokenization-results',
  locale: 'en_US',
  dataValidUntil: new Date(Date.now() + 30 * 60_000),
  receiptsValidityMinutes: 15,
  ...change,
});

describe('the client and the sandbox, which share no line', () => {
  it('KY-03: agree on the signature and on who takes a range, to the last digit', async () => {
    const result = await clientWith().getEligibleTokenRequestors({
      requestId: randomUUID(),
      accountRanges: ['512345000'],
    });
    const clickToPay = result.ok ? result.value.find((r) => r.tokenRequestorId === CLICK_TO_PAY) : undefined;
    expect(clickToPay?.enabledAccountRanges).toContain('5123450000000000000');
    expect(clickToPay?.supportedAccountHolderData).toContain('NAME');
  });

  it('agree on every logo of the list, as a drawing and as a picture', async () => {
    const client = clientWith();
    const input = { requestId: randomUUID(), accountRanges: ['512345000', '512345100'] };
    const listed = await client.getEligibleTokenRequestors(input);
    const ids = listed.ok ? listed.value.flatMap((found) => found.imageAssetId ?? []) : [];
    expect(ids.length).toBeGreaterThan(1);
    for (const assetId of ids) {
      const asset = await client.getAsset({ assetId });
      const types = asset.ok ? asset.value.map((media) => media.type) : [];
      expect(types).toEqual(expect.arrayContaining(['image/png', 'image/svg+xml']));
    }
  });

  it('KY-01, KY-04: agree on a push in full UTF-8, its decryption, its signature and where it leads', async () => {
    const input = pushOf();
    const result = await clientWith().pushMultipleAccounts(input);
    expect(result).toMatchObject({ ok: true, value: { signatureSupported: true, signatureVerified: true } });
    if (!result.ok) return;
    const receipts = result.value.accounts.map((account) => ('receipt' in account ? account.receipt : ''));
    expect(receipts).toEqual([expect.stringMatching(/^DMC-/), expect.stringMatching(/^DMC-/)]);
    const handOff = chooseHandOff(result.value, {
      allowedHosts: [new URL(origin).host],
      allowHttpLoopback: true,
      clickToPay: true,
      locale: input.locale,
      callbackUrl: input.callbackUrl,
      accountHolderDataSupplied: true,
    });
    expect(handOff).toMatchObject({ ok: true });
    const page = await fetch(handOff.ok ? handOff.url : '', { redirect: 'manual' });
    expect([200, 302, 303]).toContain(page.status);
  });

  it('agree that whatever we let out passes its strict validation', async () => {
    const text = (max: number) => fc.option(fc.string({ unit: 'grapheme', maxLength: max }), { nil: '' });
    const address = fc.record({
      line1: text(90),
      line2: text(90),
      city: text(50),
      country: fc.constant('ESP'),
    });
    const mobile = fc.record({
      countryDialInCode: fc.constantFrom('34', '+34', '0034'),
      phoneNumber: fc.stringMatching(/^[0-9 ]{4,18}$/),
    });
    const holder = fc.record({ name: text(60), address, mobile }, { requiredKeys: [] });
    const client = clientWith();
    await fc.assert(
      fc.asyncProperty(holder, async (accountHolder) => {
        const result = await client.pushMultipleAccounts(pushOf({ accountHolder, accounts: [card()] }));
        expect(result).toMatchObject({ ok: true, value: { accounts: [{ receipt: expect.any(String) }] } });
      }),
      { numRuns: 40 },
    );
  });

  it('agree on another key, another consumer and another certificate', async () => {
    const other = makeTestKeys();
    const refused = { error: { kind: 'unauthorized', sent: false } };
    expect(await clientWith({ signingKey: other.privateKey }).pushMultipleAccounts(pushOf())).toMatchObject(
      refused,
    );
    expect(await clientWith({ consumerKey: 'no!body' }).pushMultipleAccounts(pushOf())).toMatchObject(
      refused,
    );
    const encryptionCertificatePem = other.certificatePem;
    const unreadable = await clientWith({ encryptionCertificatePem }).pushMultipleAccounts(pushOf());
    expect(unreadable).toMatchObject({ error: { kind: 'crypto' } });
  });

  it('PU-12: disagree when the keys we hold are not those that signed', async () => {
    const { publicKey } = makeTestKeys();
    const { n, e } = publicKey.export({ format: 'jwk' });
    const foreign = { keys: jwks.keys.map((key) => ({ ...key, n: n ?? '', e: e ?? '' })) };
    const result = await clientWith({ jwks: foreign }).pushMultipleAccounts(pushOf());
    expect(result).toMatchObject({ ok: true, value: { signatureVerified: false } });
  });

  it('F10, KY-02: find each other again when their clocks are five minutes apart', async () => {
    const events: ExchangeEvent[] = [];
    const client = clientWith({
      now: () => Date.now() - 300_000,
      onExchange: (event) => events.push(event),
    });
    expect((await client.pushMultipleAccounts(pushOf())).ok).toBe(true);
    expect((await client.pushMultipleAccounts(pushOf())).ok).toBe(true);
    expect(events.map(({ attempts }) => attempts)).toEqual([2, 1]);
  });
});

describe('the sandbox in bad weather', () => {
  const weather: [string, object][] = [
    ['status-429', { kind: 'unavailable', status: 429, sent: false }],
    ['status-500', { kind: 'unavailable', status: 500, attempts: 1 }],
    ['status-502', { kind: 'unavailable', status: 502, attempts: 1 }],
    ['status-503', { kind: 'unavailable', status: 503, sent: true }],
    ['gateway-401', { kind: 'unauthorized', sent: false }],
    ['gateway-403', { kind: 'unauthorized', sent: false }],
    ['call-ineligible', { kind: 'rejected', reasonCode: 'ACCOUNT_INELIGIBLE' }],
    ['stall', { kind: 'timeout', sent: true }],
    ['reset-before', { kind: 'timeout', sent: true }],
    ['html', { kind: 'malformed' }],
    ['empty', { kind: 'malformed' }],
    ['truncated', { kind: 'malformed' }],
    ['huge', { kind: 'malformed', detail: 'the answer is larger than 1 MB' }],
    ['signature-missing', { kind: 'malformed' }],
  ];
  const order = (outcome: string, last4: string) =>
    fetch(`${origin}/__sandbox/v1/outcomes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ outcome, last4, times: 'always' }),
    });
  const client = () =>
    clientWith({
      timeouts: { connectMs: 1_000, responseMs: 1_500, totalMs: 2_000 },
      sleep: () => Promise.resolve(),
    });

  it.each(weather)('%s is told by its name', async (outcome, expected) => {
    const accounts = [card()];
    expect((await order(outcome, accounts[0]?.pan.last4 ?? '')).ok).toBe(true);
    const result = await client().pushMultipleAccounts(pushOf({ accounts }));
    expect(result).toMatchObject({ ok: false, error: expected });
  });

  it.each<[string, object]>([
    ['extra-fields', { signatureVerified: true }],
    ['signature-tampered', { signatureVerified: false }],
    ['alien-receipt', { droppedReceipts: 1 }],
    ['no-web-method', { signatureSupported: true }],
    ['hostile-uri', { pushMethods: [{ type: 'WEB', uri: 'https://evil.example/provision' }] }],
  ])('%s is an outcome that says so', async (outcome, expected) => {
    const accounts = [card()];
    expect((await order(outcome, accounts[0]?.pan.last4 ?? '')).ok).toBe(true);
    const result = await client().pushMultipleAccounts(pushOf({ accounts }));
    expect(result).toMatchObject({ ok: true, value: expected });
  });
});
