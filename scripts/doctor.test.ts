import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { CLIENT, startIdentityProvider } from '@/lib/testing/identity-provider';
import { answer, startPeer, type Peer } from '@/lib/testing/token-connect-vectors/peer';
import { makeTestKeys, toPkcs12 } from '@/lib/testing/token-connect-vectors/test-keys';
import { examine } from './doctor-checks';
import { summary, toLines, type Finding } from './doctor-report';

const keys = makeTestKeys();
const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, content: string | Buffer) => {
  const file = join(folder, name);
  writeFileSync(file, content, { mode: 0o600 });
  return file;
};
const password = 'keystore-password-of-the-test';
const environment = {
  APP_MODE: 'demo',
  MDES_CONSUMER_KEY: `${'A'.repeat(48)}!${'0'.repeat(48)}`,
  MDES_SIGNING_KEY_FILE: put('key.p12', toPkcs12(keys, password, 'alias')),
  MDES_SIGNING_KEY_PASSWORD: password,
  MDES_SIGNING_KEY_ALIAS: 'alias',
  MDES_ENCRYPTION_CERT_FILE: put('cert.pem', keys.certificatePem),
  MDES_JWS_KEYS_FILE: put(
    'jwks.json',
    JSON.stringify({ keys: [{ kty: 'RSA', kid: 'k', n: 'x', e: 'AQAB' }] }),
  ),
  AUTH_SECRET: 's'.repeat(32),
  DATA_KEY: Buffer.alloc(32).toString('base64'),
};

const eligible = JSON.stringify({
  responseId: 'r',
  tokenRequestors: [
    {
      tokenRequestorId: '50123197928',
      name: 'Click to Pay',
      consumerFacingEntityName: 'Click to Pay',
      tokenRequestorType: 'WALLET',
      enabledAccountRanges: [],
    },
  ],
});

let peer: Peer | undefined;
afterEach(async () => {
  await peer?.close();
  peer = undefined;
});

async function report(status: number, body: string, change: Record<string, string> = {}, date = new Date()) {
  peer = await startPeer(answer(status, body, { date: date.toUTCString() }));
  const findings: Finding[] = [];
  const env = { ...environment, MDES_BASE_URL: peer.url, ...change };
  for await (const finding of examine(env)) findings.push(finding);
  const text = findings.map(toLines).join('\n');
  expect(text).not.toContain(password);
  expect(text).not.toContain(environment.AUTH_SECRET);
  return { findings, text, faults: findings.filter((finding) => finding.mark === 'fault') };
}

describe('the doctor', () => {
  it('finds nothing wrong where nothing is, having made one signed call', async () => {
    const { findings, faults, text } = await report(200, eligible);
    expect(faults).toEqual([]);
    expect(text).not.toContain('WARN');
    expect(summary(findings)).toMatch(/^\d+ ok, 0 warnings, 0 faults$/);
    expect(text).toContain('Signed call: accepted; 1 token requestors for range 512345678901: Click to Pay');
    expect(peer?.received.map((request) => request.head.split(' ')[0])).toEqual(['GET', 'POST']);
    expect(peer?.received[1]?.head).toMatch(/^authorization: OAuth /im);
  });

  it('names every fault of the configuration at once', async () => {
    const { faults } = await report(200, eligible, { MDES_CONSUMER_KEY: '', DATA_KEY: 'short' });
    expect(faults.map((fault) => fault.words.split(' ')[0])).toEqual(['MDES_CONSUMER_KEY', 'DATA_KEY']);
  });

  it('says what is wrong with a key file, and does not call with it', async () => {
    const { faults, text } = await report(200, eligible, { MDES_SIGNING_KEY_PASSWORD: 'wrong' });
    expect(faults.map((fault) => fault.subject)).toEqual(['Signing key']);
    expect(text).toContain('another password');
    expect(peer?.received).toHaveLength(1);
  });

  it('finds a key file that others can read, and a fingerprint of another certificate', async () => {
    const open = put('open.pem', keys.privatePem);
    chmodSync(open, 0o644);
    const { faults } = await report(200, eligible, {
      MDES_SIGNING_KEY_FILE: open,
      MDES_SIGNING_KEY_PASSWORD: '',
      MDES_ENCRYPTION_FINGERPRINT: 'ab'.repeat(32),
    });
    expect(faults.map((fault) => fault.subject)).toEqual(['Signing key', 'Fingerprint']);
  });

  it('tells which bank this is, what of its colours was corrected, and what is wrong with its file', async () => {
    const bank = readFileSync('brands/alder-savings.json', 'utf8');
    const corrected = put('corrected.json', bank.replace('"oklch(43% 0.09 152)"', '"#ffdd33"'));
    const { text, findings, faults } = await report(200, eligible, { BRAND_FILE: corrected });
    expect(text).toContain('Brand: Alder Savings, in en, de, ar');
    expect(
      findings.some(({ mark, words }) => mark === 'warn' && /line 4: accent is drawn as/.test(words)),
    ).toBe(true);
    expect(faults).toEqual([]);
    await peer?.close();
    const broken = put('broken.json', bank.replace('"de"', '"xx"'));
    const { faults: found } = await report(200, eligible, { BRAND_FILE: broken });
    expect(found.map(({ subject, words }) => [subject, words.slice(0, 18)])).toEqual([
      ['Brand', 'BRAND_FILE line 46'],
    ]);
  });

  it('finds a clock that is minutes off', async () => {
    const { faults } = await report(200, eligible, {}, new Date(Date.now() + 300_000));
    expect(faults.map((fault) => fault.subject)).toEqual(['Clock']);
    expect(faults[0]?.words).toMatch(/^(299|300|301) s behind/);
  });

  it.each([
    ['DECLINED', 401, /not entitled/],
    ['AUTHENTICATION_FAILED', 403, /belong to one project/],
    ['INVALID_AUTH_HEADER', 400, /cannot read it/],
  ])('explains the refusal %s of the gateway', async (reason, status, fix) => {
    const body = JSON.stringify({ Errors: { Error: [{ Source: 'Gateway', ReasonCode: reason }] } });
    const { faults } = await report(status, body);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.fix).toMatch(fix);
  });

  it('says that nobody answers, and stops there', async () => {
    const { faults } = await report(200, eligible, { MDES_BASE_URL: 'http://127.0.0.1:9/mdes' });
    expect(faults.map((fault) => fault.subject)).toEqual(['Reachability']);
    expect(faults[0]?.words).toContain('ECONNREFUSED');
  });

  it('OIDC: says whether the metadata of the identity provider can be read, and is silent where there is none', async () => {
    const provider = await startIdentityProvider('http://localhost:3000');
    const OIDC = { OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret };
    const good = await report(200, eligible, { ...OIDC, OIDC_ISSUER: provider.issuer });
    await provider.stop();
    expect(good.text).toMatch(/Identity provider.*tells its metadata/);
    await peer?.close();
    const bad = await report(200, eligible, { ...OIDC, OIDC_ISSUER: provider.issuer });
    expect(bad.findings).toContainEqual(
      expect.objectContaining({ mark: 'fault', subject: 'Identity provider' }),
    );
    expect(bad.text).not.toContain(CLIENT.secret);
    await peer?.close();
    expect((await report(200, eligible)).text).not.toContain('Identity provider');
  });
});
