import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import { bankRegistration, PUSH, pushBody, type PushAnswer } from '@/sandbox/testing/test-sandbox';
import { account, authorization } from '@/sandbox/testing/test-bank';
import { bankKeys, encryptionCertificateDer, encryptionKeys, signingKeys } from '@/sandbox/testing/test-keys';

const JSON_TYPE = { 'content-type': 'application/json' };
let directory = '';
let program = '';

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'sandbox-main-'));
  // Beside the other build results, so that it finds the packages as the shipped bundle does.
  program = join(process.cwd(), 'node_modules', '.cache', `sandbox-main-test-${process.pid}.mjs`);
  await build({
    entryPoints: ['sandbox/main.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  });
  const keys = join(directory, 'keys');
  mkdirSync(join(keys, 'clients'), { recursive: true });
  const pem = (key: ReturnType<typeof signingKeys>['privateKey']) =>
    String(key.export({ type: 'pkcs8', format: 'pem' }));
  const certificate = Buffer.from(encryptionCertificateDer()).toString('base64').replace(/.{64}/g, '$&\n');
  writeFileSync(join(keys, 'sandbox-encryption-key.pem'), pem(encryptionKeys().privateKey));
  writeFileSync(
    join(keys, 'sandbox-encryption-cert.pem'),
    `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
  );
  writeFileSync(join(keys, 'sandbox-jws-key.pem'), pem(signingKeys().privateKey));
  writeFileSync(join(keys, 'sandbox-jws-kid.txt'), '20261122100000-MDES-token-connect-sim\n');
  writeFileSync(join(keys, 'clients', 'portal.json'), JSON.stringify(bankRegistration()));
});
afterAll(() => {
  rmSync(directory, { recursive: true });
  rmSync(program);
});

async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

function run(env: Record<string, string>): Run {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, APP_MODE: 'demo', DATA_DIR: directory, ...env },
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, output: () => output, ended };
}

async function ready(origin: string): Promise<void> {
  await expect
    .poll(async () => (await fetch(`${origin}/__sandbox/health`).catch(() => undefined))?.status, {
      timeout: 10_000,
    })
    .toBe(200);
}

/** Signed once and sent to every sandbox under test: the same bytes, the same nonces. */
function recordedCalls(origin: string): readonly { address: string; init: RequestInit }[] {
  const eligible = JSON.stringify({ requestId: 'r-1', accountRanges: ['512345000', '512345100'] });
  const pushes = ['101', '301', '400', '605', '606'].map((code) =>
    pushBody([account(testCardNumber('0', code, 4))]),
  );
  const wrong = { ...pushBody([account(testCardNumber('0', '000', 4))]), requestId: '' };
  const bodies = [
    ['/connect/1/0/getEligibleTokenRequestors', eligible] as const,
    ...[...pushes, wrong].map((body) => [PUSH, JSON.stringify(body)] as const),
  ];
  return bodies.map(([path, body]) => {
    const address = `${origin}/mdes${path}`;
    const privateKey = bankKeys().privateKey;
    const header = authorization('POST', address, body, {
      consumerKey: bankRegistration().consumerKey,
      privateKey,
    });
    return { address, init: { method: 'POST', body, headers: { authorization: header, ...JSON_TYPE } } };
  });
}

/** A whole journey, every answer with its headers, as text. */
async function transcript(origin: string, calls: ReturnType<typeof recordedCalls>): Promise<string> {
  const told: string[] = [];
  const tell = async (address: string, init: RequestInit = {}) => {
    const response = await fetch(address, { redirect: 'manual', ...init });
    const body = await response.text();
    told.push(JSON.stringify([response.status, [...response.headers], body]));
    return { body, location: response.headers.get('location') ?? '' };
  };
  let signature = '';
  for (const { address, init } of calls) {
    const { body } = await tell(address, init);
    signature ||= /"signature":"([^"]+)"/.exec(body)?.[1] ?? '';
  }
  const { location } = await tell(`${origin}/provision?pushAccountData=${signature}&extFlow=true`);
  const visit = `${origin}${location}`;
  const { body: page } = await tell(visit);
  const code = (/(\d{3}) (\d{3})<\/bdi>/.exec(page) ?? []).slice(1).join('');
  expect(code).toHaveLength(6);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  await tell(`${visit}/code`, { method: 'POST', headers: form, body: `code=${code}&remember=yes` });
  expect((await tell(`${visit}/return`)).location).toContain('APPROVED');
  await tell(`${origin}/__sandbox/messages`);
  return told.join('\n');
}

describe('the program', () => {
  it('SI-03 with the same seed and clock gives the same requests byte-equal answers, receipts, signatures, codes and references in them; without a seed never', async () => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const calls = recordedCalls(origin);
    const heard: string[] = [];
    const SANDBOX_CLOCK = new Date().toISOString();
    const seeds: Record<string, string>[] = [
      { SANDBOX_SEED: 'one' },
      { SANDBOX_SEED: 'one' },
      { SANDBOX_SEED: 'two' },
      {},
    ];
    for (const [index, seed] of seeds.entries()) {
      const DATA_DIR = join(directory, `seeded-${index}`);
      const { child, ended } = run({
        SANDBOX_PORT: String(port),
        SANDBOX_CLOCK,
        SANDBOX_KEYS_DIR: join(directory, 'keys'),
        DATA_DIR,
        ...seed,
      });
      await ready(origin);
      heard.push(await transcript(origin, calls));
      child.kill('SIGTERM');
      await ended;
      expect(existsSync(DATA_DIR)).toBe(!('SANDBOX_SEED' in seed));
    }
    expect(heard[1]).toBe(heard[0]);
    expect(new Set(heard).size).toBe(3);
  });

  it('warns, listens on loopback, serves pages and fonts, cuts a socket on order, and stops on SIGTERM with its state written', async () => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const { child, output, ended } = run({ SANDBOX_PORT: String(port) });
    await ready(origin);
    expect(output()).toContain('*** SANDBOX');
    for (const path of [
      '/__sandbox/',
      '/about',
      '/assets/rubik.woff2',
      '/assets/jetbrains-mono.woff2',
      '/assets/click-to-pay.css',
      '/assets/50123197928.svg',
    ]) {
      expect([path, (await fetch(origin + path)).status]).toEqual([path, 200]);
    }
    await fetch(`${origin}/__sandbox/v1/outcomes`, {
      method: 'POST',
      body: JSON.stringify({ outcome: 'reset-before', call: 'eligible' }),
    });
    const address = `${origin}/mdes/connect/1/0/getEligibleTokenRequestors`;
    const body = JSON.stringify({ requestId: 'r', accountRanges: ['512345000'] });
    const header = authorization('POST', address, body, {
      consumerKey: bankRegistration().consumerKey,
      privateKey: bankKeys().privateKey,
    });
    await expect(
      fetch(address, { method: 'POST', body, headers: { authorization: header, ...JSON_TYPE } }),
    ).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('killed without warning, has everything again that it had answered: receipts, the open visit, its code, the journal', async () => {
    const DATA_DIR = join(directory, 'killed');
    const env = {
      SANDBOX_KEYS_DIR: join(directory, 'keys'),
      DATA_DIR,
      SANDBOX_PORT: String(await freePort()),
    };
    const origin = `http://127.0.0.1:${env.SANDBOX_PORT}`;
    const first = run(env);
    await ready(origin);
    const address = `${origin}/mdes${PUSH}`;
    const body = JSON.stringify(pushBody([account(testCardNumber('0', '101', 3))]));
    const header = authorization('POST', address, body, {
      consumerKey: bankRegistration().consumerKey,
      privateKey: bankKeys().privateKey,
    });
    const headers = { authorization: header, ...JSON_TYPE };
    const answer = (await (await fetch(address, { method: 'POST', body, headers })).json()) as PushAnswer;
    const handOver = `${origin}/provision?pushAccountData=${answer.signature}`;
    const visit = (await fetch(handOver, { redirect: 'manual' })).headers.get('location');
    first.child.kill('SIGKILL');
    await first.ended;

    const second = run(env);
    await ready(origin);
    const page = await (await fetch(`${origin}${visit}`)).text();
    expect(page).toMatch(/\d{3} \d{3}<\/bdi>/);
    const journal = await (await fetch(`${origin}/__sandbox/v1/journal`)).json();
    expect(journal).toMatchObject({ entries: [{ op: 'hand-over' }, { op: 'push' }] });
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('says in one sentence which variable to set when the port is taken', async () => {
    const server = createTcpServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { output, ended } = run({ SANDBOX_PORT: String(port) });
    expect(await ended).toBe(1);
    expect(output()).toBe(`Port ${port} is taken; set SANDBOX_PORT to a free one.\n`);
    await new Promise((resolve) => server.close(resolve));
  });

  it.each([
    [{ APP_MODE: 'production' }, 'The sandbox does not run with APP_MODE=production.'],
    [{ SANDBOX_CLOCK: 'noon' }, 'The sandbox does not understand the value of SANDBOX_CLOCK.'],
    [{ SANDBOX_PORT: 'many' }, 'The sandbox does not understand the value of SANDBOX_PORT.'],
    [
      { SANDBOX_KEYS_DIR: '/nowhere' },
      'The sandbox cannot read sandbox-encryption-key.pem in /nowhere; set SANDBOX_KEYS_DIR or run npm start once to generate keys.',
    ],
  ])('refuses %o with one sentence', async (env, sentence) => {
    const { output, ended } = run(env);
    expect(await ended).toBe(1);
    expect(output()).toBe(`${sentence}\n`);
  });

  it('refuses a client registration that is none, naming the file', async () => {
    const keys = join(directory, 'broken');
    cpSync(join(directory, 'keys'), keys, { recursive: true });
    writeFileSync(join(keys, 'clients', 'odd.json'), '{"consumerKey":"x"}');
    const { output, ended } = run({ SANDBOX_KEYS_DIR: keys });
    expect(await ended).toBe(1);
    expect(output()).toContain('The client registration odd.json');
  });
});
