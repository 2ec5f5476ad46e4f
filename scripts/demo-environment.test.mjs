import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoEnvironment } from './demo-environment.mjs';

let root;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'demo-environment-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const complete = (env = {}) => demoEnvironment(env, { root });
const modeOf = async (path) => ((await stat(path)).mode & 0o777).toString(8);

describe('demo environment', () => {
  it('completes an empty environment with the names operators rely on', async () => {
    const dataDir = join(root, '.data');
    expect(await complete()).toEqual({
      APP_MODE: 'demo',
      PORT: '3000',
      PORTAL_ORIGIN: 'http://localhost:3000',
      SANDBOX_PORT: '4010',
      DATA_DIR: dataDir,
      MDES_BASE_URL: 'http://127.0.0.1:4010/mdes',
      MDES_CONSUMER_KEY: expect.stringMatching(/^demo-[A-Za-z0-9_-]{43}![0-9a-f]{48}$/),
      MDES_SIGNING_KEY_FILE: join(dataDir, 'keys/portal-signing.p12'),
      MDES_SIGNING_KEY_PASSWORD: expect.stringMatching(/^.{24}$/),
      MDES_SIGNING_KEY_ALIAS: 'portal-signing',
      MDES_ENCRYPTION_CERT_FILE: join(dataDir, 'keys/sandbox-encryption-cert.pem'),
      MDES_JWS_KEYS_FILE: join(dataDir, 'keys/sandbox-jwks.json'),
      AUTH_SECRET: expect.stringMatching(/^demo-.{43}$/),
      DATA_KEY: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      NEXT_TELEMETRY_DISABLED: '1',
      STEP_UP_POLICY_FILE: join(root, 'docs/examples/step-up-policy.json'),
    });
  });

  it('generates once: a second start gets the same values and touches no key', async () => {
    const first = await complete();
    const keys = join(first.DATA_DIR, 'keys');
    const before = await Promise.all((await readdir(keys)).map((name) => stat(join(keys, name))));
    expect(await complete()).toEqual(first);
    const after = await Promise.all((await readdir(keys)).map((name) => stat(join(keys, name))));
    expect(after.map(({ mtimeMs, ino }) => [mtimeMs, ino])).toEqual(
      before.map(({ mtimeMs, ino }) => [mtimeMs, ino]),
    );
  });

  it('agrees with itself when several starts come at once', async () => {
    const [first, ...others] = await Promise.all([complete(), complete(), complete(), complete()]);
    for (const other of others) expect(other).toEqual(first);
    const client = JSON.parse(await readFile(join(first.DATA_DIR, 'keys/clients/portal.json'), 'utf8'));
    expect(client.consumerKey).toBe(first.MDES_CONSUMER_KEY);
  });

  it('lets nobody else read what it generated', async () => {
    const { DATA_DIR } = await complete();
    expect(await modeOf(DATA_DIR)).toBe('700');
    const entries = await readdir(DATA_DIR, { recursive: true, withFileTypes: true });
    expect(entries.length).toBeGreaterThan(9);
    for (const entry of entries)
      expect([entry.name, await modeOf(join(entry.parentPath ?? entry.path, entry.name))]).toEqual([
        entry.name,
        entry.isDirectory() ? '700' : '600',
      ]);
  });

  it('moves the origin with PORT and the MDES address with SANDBOX_PORT', async () => {
    const env = await complete({ PORT: '3100', SANDBOX_PORT: '4100' });
    expect(env.PORTAL_ORIGIN).toBe('http://localhost:3100');
    expect(env.MDES_BASE_URL).toBe('http://127.0.0.1:4100/mdes');
  });

  it('keeps every value that is set, and takes an empty one for unset', async () => {
    const env = await complete({ AUTH_SECRET: 'mine', MDES_SIGNING_KEY_FILE: '/keys/own.p12', DATA_KEY: '' });
    expect(env.AUTH_SECRET).toBe('mine');
    expect(env.MDES_SIGNING_KEY_FILE).toBe('/keys/own.p12');
    expect(env.MDES_SIGNING_KEY_PASSWORD).toBeUndefined();
    expect(env.DATA_KEY).toHaveLength(44);
  });

  it('makes up no MDES value for a foreign MDES', async () => {
    const env = await complete({ MDES_BASE_URL: 'https://sandbox.api.mastercard.com/mdes' });
    expect(Object.keys(env).filter((name) => name.startsWith('MDES_'))).toEqual(['MDES_BASE_URL']);
    expect(await readdir(env.DATA_DIR)).toEqual(['secrets.json']);
  });

  it('keeps the sealing key when the sandbox comes later', async () => {
    const foreign = await complete({ MDES_BASE_URL: 'https://sandbox.api.mastercard.com/mdes' });
    expect((await complete()).DATA_KEY).toBe(foreign.DATA_KEY);
  });

  it.each(['file/below', 'file', '/proc/nowhere/at/all'])(
    'names DATA_DIR when %s cannot be made',
    async (dir) => {
      await writeFile(join(root, 'file'), '');
      await expect(complete({ DATA_DIR: dir })).rejects.toThrow(/set DATA_DIR to a folder/);
    },
  );

  it('does not lock others out of a folder that was there before', async () => {
    await mkdir(join(root, 'shared'));
    await chmod(join(root, 'shared'), 0o755);
    await writeFile(join(root, 'shared', 'theirs'), '');
    await complete({ DATA_DIR: 'shared' });
    expect(await modeOf(join(root, 'shared'))).toBe('755');
    expect(await modeOf(join(root, 'shared', 'secrets.json'))).toBe('600');
  });

  it('names the variable of a port that is none', async () => {
    await expect(complete({ SANDBOX_PORT: '70000' })).rejects.toThrow('SANDBOX_PORT must be a port number');
  });
});
