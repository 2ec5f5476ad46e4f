import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const run = promisify(execFile);
const configuration = z.object({
  environment: z.record(z.string(), z.string()),
  fingerprints: z.record(z.string(), z.string().regex(/^[0-9a-f]{40,64}$/)),
  clientsFolder: z.string(),
  clickToPay: z.url(),
  jwks: z.url(),
  openapi: z.url(),
  guide: z.url(),
  journal: z.url(),
});

let directory = '';
let sandbox: ChildProcess;
let told: z.infer<typeof configuration>;
let port = 0;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

const env = () => ({ ...process.env, DATA_DIR: directory, SANDBOX_PORT: String(port) });

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'sandbox-alone-'));
  port = await freePort();
  sandbox = spawn(process.execPath, ['scripts/sandbox.mjs', '--json'], {
    env: env(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (sandbox.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: sandbox.stdout })) {
    told = configuration.parse(JSON.parse(line));
    break;
  }
});
afterAll(async () => {
  const ended = new Promise((resolve) => sandbox.once('exit', resolve));
  sandbox.kill('SIGTERM');
  await ended;
  rmSync(directory, { recursive: true });
});

/** A client that knows nothing but what the sandbox told. */
const client = (command: string, ...args: readonly string[]) =>
  run(command, [...args], { env: { PATH: process.env['PATH'], NODE_ENV: 'test', ...told.environment } });

describe('the sandbox alone', () => {
  it.each([
    ['Mastercard’s own libraries', process.execPath, 'sandbox/examples/push-a-card.mjs'],
    ['openssl and curl', 'bash', 'sandbox/examples/push-a-card.sh'],
  ])(
    'takes a card from a client made of %s, and Click to Pay goes on with it',
    async (_what, command, file) => {
      const { stdout } = await client(command, file, '5123450101000014');
      expect(stdout.trim()).toMatch(
        new RegExp(`^${told.clickToPay}\\?pushAccountData=[\\w-]+\\.[\\w-]+\\.[\\w-]+&`),
      );
      const page = await fetch(stdout.trim());
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('0014') as unknown]);
    },
  );

  it('tells such a client what is wrong and where to read on', async () => {
    told = { ...told, environment: { ...told.environment, MDES_ENCRYPTION_FINGERPRINT: 'ab'.repeat(32) } };
    const refused = client(process.execPath, 'sandbox/examples/push-a-card.mjs');
    await expect(refused).rejects.toMatchObject({
      stderr: expect.stringMatching(/CRYPTOGRAPHY_ERROR[\s\S]*__sandbox\/refusals\/\d+/) as unknown,
    });
    const { certificateSha1 = '' } = told.fingerprints;
    told = { ...told, environment: { ...told.environment, MDES_ENCRYPTION_FINGERPRINT: certificateSha1 } };
    expect((await client(process.execPath, 'sandbox/examples/push-a-card.mjs')).stdout).toContain(
      'pushAccountData=',
    );
  });

  it('prints addresses that answer', async () => {
    for (const address of [told.jwks, told.openapi, told.guide, told.journal])
      expect([address, (await fetch(address)).status]).toEqual([address, 200]);
  });

  it('refuses a busy port and an unknown word in one sentence, and has a help', async () => {
    const start = (...args: readonly string[]) =>
      run(process.execPath, ['scripts/sandbox.mjs', ...args], { env: env() });
    await expect(start()).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^Port \d+ is taken by another program: set SANDBOX_PORT[^\n]*\n$/,
      ) as unknown,
    });
    await expect(start('--port=1')).rejects.toMatchObject({
      code: 1,
      stderr: 'npm run sandbox does not know --port=1: it takes --json and --help.\n',
    });
    expect((await start('--help')).stdout).toContain('--json');
  });
});
