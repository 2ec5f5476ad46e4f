import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Pan } from '@/lib/domain/pan';
import { setEnvironment } from '@/lib/testing/portal-environment';
import { answer, startPeer, type Behaviour, type Peer } from '@/lib/testing/token-connect-vectors/peer';
import { makeTestKeys } from '@/lib/testing/token-connect-vectors/test-keys';
import { certificateFingerprint } from '@/lib/token-connect/encryption';
import { mdes } from './mdes';

const folder = mkdtempSync(join(tmpdir(), 'mdes-'));
const at = (name: string) => join(folder, name);
/** Whole or not at all, as a secret store swaps files. */
const put = (name: string, content: string) => {
  writeFileSync(at(`${name}.new`), content, { mode: 0o600 });
  renameSync(at(`${name}.new`), at(name));
};
const [first, second, third] = [makeTestKeys(), makeTestKeys(), makeTestKeys()];

let behaviour: Behaviour;
let peer: Peer;
beforeAll(async () => {
  peer = await startPeer((socket, request, n) => behaviour(socket, request, n));
  put('one.pem', first.privatePem);
  put('two.pem', second.privatePem);
  put('one-certificate.pem', first.certificatePem);
  put('two-certificate.pem', second.certificatePem);
  setEnvironment({
    MDES_BASE_URL: peer.url,
    MDES_CONSUMER_KEY: 'client!one',
    MDES_SIGNING_KEY_FILE: at('one.pem'),
    MDES_ENCRYPTION_CERT_FILE: at('one-certificate.pem'),
    MDES_CONSUMER_KEY_2: 'client!two',
    MDES_SIGNING_KEY_FILE_2: at('two.pem'),
    MDES_ENCRYPTION_CERT_FILE_2: at('two-certificate.pem'),
  });
});
afterAll(async () => {
  await peer.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => peer.received.splice(0));

const eligible = JSON.stringify({ responseId: 'r', tokenRequestors: [] });
const gateway = (reason: string) =>
  JSON.stringify({ Errors: { Error: [{ Source: 'Gateway', ReasonCode: reason, Recoverable: false }] } });
const signedBy = (head: string) => /oauth_consumer_key="client(?:!|%21)(\w+)"/.exec(head)?.[1];
/** A gateway that knows these keys only. */
const knows =
  (...names: string[]): Behaviour =>
  (socket, request, n) =>
    (names.includes(signedBy(request.head) ?? '')
      ? answer(200, eligible)
      : answer(403, gateway('AUTHENTICATION_FAILED')))(socket, request, n);
const ask = (requestId: string) =>
  mdes().getEligibleTokenRequestors({ requestId, accountRanges: ['512345000'] });
const callers = () => peer.received.map(({ head }) => signedBy(head));

const pushOnce = (requestId: string) =>
  mdes().pushMultipleAccounts({
    requestId,
    tokenRequestorId: '50123197928',
    accounts: [{ pushAccountId: 'a', pan: Pan.parse('5123450000000016') }],
    accountHolder: {},
    callbackUrl: 'https://bank.example/tokenization-results',
    locale: 'en_GB',
    dataValidUntil: new Date(Date.now() + 60_000),
    receiptsValidityMinutes: 15,
  });

it('KY-05, F11: a key that is revoked while 200 calls are under way loses none: the other one signs from then on', async () => {
  behaviour = knows('one', 'two');
  let lost = 0;
  for (let wave = 0; wave < 5; wave += 1) {
    const calls = Array.from({ length: 40 }, (_, i) => ask(`wave-${wave}-${i}`));
    if (wave === 2) {
      await expect.poll(() => peer.received.length).toBeGreaterThan(90);
      behaviour = knows('two');
    }
    lost += (await Promise.all(calls)).filter((result) => !result.ok).length;
  }
  expect(lost).toBe(0);
  expect(callers()[0]).toBe('one');
  expect(callers().slice(-40)).toEqual(Array.from({ length: 40 }, () => 'two'));
});

it('KY-05: when both keys are turned away, the refusal is the answer, after one call with each', async () => {
  behaviour = knows();
  const result = await ask('both');
  expect(result).toMatchObject({ ok: false, error: { kind: 'unauthorized', sent: false } });
  expect(callers()).toEqual(['two', 'one']);
});

it('KY-05: what cannot be decrypted is sent once more for the other certificate, as the same request', async () => {
  const opened = certificateFingerprint(second.certificatePem);
  const receipts = {
    responseId: 'r',
    pushAccountReceipts: [{ pushAccountId: 'a', pushAccountReceipt: 'MCC-1' }],
    availablePushMethods: [{ type: 'WEB', uri: 'https://src.mastercard.com/provision' }],
  };
  const sealed = { errors: [{ source: 'INPUT', reasonCode: 'CRYPTOGRAPHY_ERROR' }], responseId: 'r' };
  behaviour = (socket, request, n) =>
    answer(200, JSON.stringify(request.body.includes(opened) ? receipts : sealed))(socket, request, n);
  expect((await pushOnce('push-1')).ok).toBe(true);
  expect(peer.received).toHaveLength(2);
  expect(
    new Set(peer.received.map(({ body }) => (JSON.parse(String(body)) as { requestId: string }).requestId)),
  ).toEqual(new Set(['push-1']));
  expect((await pushOnce('push-2')).ok).toBe(true);
  expect(peer.received).toHaveLength(3);
});

it('KY-05: files that change are in use with the next call; what cannot be used changes nothing', async () => {
  behaviour = knows('one', 'two');
  put('one.pem', third.privatePem);
  put('one-certificate.pem', third.certificatePem);
  await pushOnce('renewed');
  expect(peer.received[0]?.body.includes(certificateFingerprint(third.certificatePem))).toBe(true);
  expect(callers()).toEqual(['one']);
  put('one-certificate.pem', 'half a certif');
  expect((await ask('broken')).ok).toBe(true);
  rmSync(at('one.pem'));
  expect((await ask('gone')).ok).toBe(true);
  put('one.pem', first.privatePem);
  put('one-certificate.pem', first.certificatePem);
  await pushOnce('mended');
  expect(peer.received.at(-1)?.body.includes(certificateFingerprint(first.certificatePem))).toBe(true);
});

it('RE-01: an MDES that is gone is asked no more after five calls', async () => {
  behaviour = (socket) => socket.destroy();
  for (let i = 0; i < 5; i += 1) expect(await ask(`gone-${i}`)).toMatchObject({ error: { kind: 'timeout' } });
  const asked = peer.received.length;
  for (let i = 0; i < 20; i += 1)
    expect(await ask(`open-${i}`)).toMatchObject({
      error: { kind: 'unavailable', sent: false, attempts: 0 },
    });
  expect(peer.received).toHaveLength(asked);
});
