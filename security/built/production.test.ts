import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DEMO_PASSWORD, PERSONAS } from '@/lib/demo/personas.demo';
import demoWords from '@/messages/en/demo.json';
import { ensureDemoKeys } from '@/scripts/demo-keys.mjs';
import { demoEnvironment } from '@/scripts/demo-environment.mjs';
import { freePort } from '@/scripts/ports.mjs';
import { privateKeysIn, secretName } from '../private-keys';
import { productionEnvironment } from './bank-files';
import { builtRoutes } from './build-manifests';
import { CANARY } from './global-setup';
import { newDatabase, runBundle, startPortal, type BuiltPortal } from './portal';

const root = inject('root');
const postgresUrl = inject('postgresUrl');
const NOWHERE = 'postgres://portal@127.0.0.1:9/none';

async function refusal(changes: Record<string, string | undefined>) {
  const env = { ...productionEnvironment(await freePort(), NOWHERE), ...changes };
  const set = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { env: Object.fromEntries(set), ...(await runBundle('server', Object.fromEntries(set))) };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Long enough to stand in no other catalogue. */
function sentencesOf(tree: unknown): string[] {
  if (typeof tree === 'string') return tree.length > 40 && !tree.includes('{') ? [tree] : [];
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(sentencesOf) : [];
}

describe('what a production build holds', () => {
  // The sandbox is a program of its own that never starts in production; the cache is not served and not deployed.
  const files = [...filesBelow(path.join(root, '.next')), path.join(root, 'dist/server.mjs')].filter(
    (file) => !file.startsWith(path.join(root, '.next/cache')),
  );
  const everything = [...files, ...filesBelow(path.join(root, 'dist'))];

  it('AU-14 SI-01 no persona, password, story or demo route in any file of it', () => {
    const telling = [
      DEMO_PASSWORD,
      ...PERSONAS.map(({ story }) => story),
      'api/demo/',
      ...PERSONAS.map(({ address }) => address.addressLine1),
      'DemoPhone({',
      demoWords.personas.tag,
      // The inspector: its tape, its panel, and every sentence that its tools say.
      'issuer-portal.demo-tape',
      'demo-dock',
      'InspectorOpener',
      ...sentencesOf(demoWords),
      '__sandbox',
      'crash-at',
      '.demo.ts',
    ];
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) => {
      const text = readFileSync(file, 'latin1');
      return telling
        .filter((word) => text.includes(word))
        .map((word) => `${path.relative(root, file)}: ${word}`);
    });
    expect(found).toEqual([]);
  });

  it('AU-14 SI-01 no page and no route of the demo', () => {
    const routes = builtRoutes(root);
    expect(routes).toContain('/cards');
    expect(routes.filter((route) => /^\/(?:api\/)?demo/.test(route))).toEqual([]);
  });

  it('SC-02 no secret of the machine that built it, in script, page or server', () => {
    const found = files.filter((file) => readFileSync(file, 'latin1').includes(CANARY));
    expect(found.map((file) => path.relative(root, file))).toEqual([]);
  });

  it('KY-07 no private key, environment, or map that tells the sources, in what browsers get or servers run', () => {
    const found = everything.flatMap((file) => {
      const text = readFileSync(file, 'latin1');
      const kinds: string[] = privateKeysIn(text);
      if (secretName(file)) kinds.push('name');
      if (file.includes('/.next/static/') && /\.map$/.test(file)) kinds.push('source map');
      return kinds.map((kind) => `${path.relative(root, file)}: ${kind}`);
    });
    expect(found).toEqual([]);
  });

  it('AU-14 the same words are in the sources, so that the search above could have found them', () => {
    const source = readFileSync(path.join(root, 'lib/demo/personas.demo.ts'), 'utf8');
    expect(source).toContain(DEMO_PASSWORD);
    expect(PERSONAS.length).toBeGreaterThan(5);
    expect(sentencesOf(demoWords).length).toBeGreaterThan(50);
    expect(readFileSync(path.join(root, 'lib/demo/recorder.demo.ts'), 'utf8')).toContain(
      'issuer-portal.demo-tape',
    );
  });
});

describe('a production start', () => {
  it('AU-14 SI-01 names every missing value at once and exits 1', async () => {
    const { code, output } = await runBundle('server', { APP_MODE: 'production' });
    expect(code).toBe(1);
    for (const name of [
      'PORTAL_ORIGIN',
      'MDES_BASE_URL',
      'MDES_CONSUMER_KEY',
      'MDES_SIGNING_KEY_FILE',
      'MDES_ENCRYPTION_CERT_FILE',
      'AUTH_SECRET',
      'DATA_KEY',
      'DATABASE_URL',
      'CODE_DELIVERY_URL',
    ])
      expect(output).toContain(`${name} must be set`);
  });

  it('AU-14 SI-01 refuses http, demo secrets, the sandbox and the embedded database, all in one answer without a value', async () => {
    const { code, output, env } = await refusal({
      PORTAL_ORIGIN: 'http://localhost:3000',
      MDES_BASE_URL: 'http://127.0.0.1:4010/mdes',
      MDES_CONSUMER_KEY: `demo-${'k'.repeat(43)}!${'0'.repeat(48)}`,
      AUTH_SECRET: 'demo-secret-that-is-long-enough-to-pass',
      CODE_DELIVERY_URL: 'http://127.0.0.1:9/codes',
      DATABASE_URL: undefined,
    });
    expect(code).toBe(1);
    const named = ['PORTAL_ORIGIN', 'MDES_BASE_URL', 'MDES_CONSUMER_KEY', 'AUTH_SECRET', 'CODE_DELIVERY_URL'];
    for (const name of [...named, 'DATABASE_URL']) expect(output).toContain(name);
    for (const name of named) expect(output).not.toContain(env[name]);
  });

  it('AU-14 SI-01 refuses the keys of a demo wherever their files lie', async () => {
    const { DATA_DIR } = productionEnvironment(1, NOWHERE);
    const demo = await demoEnvironment({ DATA_DIR }, { root: DATA_DIR ?? '' });
    await ensureDemoKeys(path.join(demo['DATA_DIR'] ?? '', 'keys'), {
      consumerKey: 'unused',
      password: 'unused',
      alias: 'unused',
      bank: 'unused',
    });
    const { code, output } = await refusal({
      MDES_SIGNING_KEY_FILE: demo['MDES_SIGNING_KEY_FILE'],
      MDES_SIGNING_KEY_PASSWORD: demo['MDES_SIGNING_KEY_PASSWORD'],
      MDES_SIGNING_KEY_ALIAS: demo['MDES_SIGNING_KEY_ALIAS'],
      MDES_ENCRYPTION_CERT_FILE: demo['MDES_ENCRYPTION_CERT_FILE'],
      DATA_KEY: demo['DATA_KEY'],
    });
    expect(code).toBe(1);
    for (const name of ['MDES_SIGNING_KEY_FILE', 'MDES_ENCRYPTION_CERT_FILE', 'DATA_KEY'])
      expect(output).toMatch(new RegExp(`^${name} is `, 'm'));
    expect(output).not.toContain(demo['DATA_KEY']);

    const second = await refusal({
      MDES_CONSUMER_KEY_2: demo['MDES_CONSUMER_KEY'],
      MDES_SIGNING_KEY_FILE_2: demo['MDES_SIGNING_KEY_FILE'],
      MDES_SIGNING_KEY_PASSWORD_2: demo['MDES_SIGNING_KEY_PASSWORD'],
      MDES_SIGNING_KEY_ALIAS_2: demo['MDES_SIGNING_KEY_ALIAS'],
      MDES_ENCRYPTION_CERT_FILE_2: demo['MDES_ENCRYPTION_CERT_FILE'],
      DATA_KEY_PREVIOUS: demo['DATA_KEY'],
    });
    expect(second.code).toBe(1);
    for (const name of ['MDES_CONSUMER_KEY_2', 'MDES_SIGNING_KEY_FILE_2', 'MDES_ENCRYPTION_CERT_FILE_2'])
      expect(second.output).toMatch(new RegExp(`^${name} is `, 'm'));
    expect(second.output).not.toContain(demo['DATA_KEY']);
  });

  it('SI-01 a variable does not turn this build into a demo', async () => {
    const { code, output } = await refusal({ APP_MODE: 'demo', PORTAL_ORIGIN: 'https://localhost:3000' });
    expect(code).toBe(1);
    expect(output).toContain('made for APP_MODE=production, not demo');
  });

  it('SI-01 the sandbox does not start', async () => {
    const { code, output } = await runBundle('sandbox', { APP_MODE: 'production' });
    expect(code).not.toBe(0);
    expect(output).toMatch(/production/i);
  });
});

describe.skipIf(postgresUrl === null)('a production portal that runs', () => {
  let portal: BuiltPortal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  it.each([
    ...[
      'customers',
      'clock',
      'inspector',
      'inspector/export',
      'messages',
      'outcomes',
      'personas',
      'present',
      'reset',
      'start',
      'tools',
    ].map((name) => `/api/demo/${name}`),
    '/demo',
    '/demo/inspector',
    '/demo/components',
    '/demo/presenter',
  ])('AU-14 SI-01 %s is not there', async (path) => {
    expect((await portal.ask(path)).status).toBe(404);
    expect((await portal.ask(path, { method: 'POST', body: '{}' })).status).toBe(404);
  });

  it('AU-14 offers nobody to sign in as', async () => {
    const { body } = await portal.ask('/login');
    expect(body).toContain('name="password"');
    const offered = PERSONAS.filter(({ username }) => body.includes(`value="${username}"`));
    expect(offered).toEqual([]);
  });

  it('AU-14 does not speak the pseudo-language of the tests', async () => {
    const { body } = await portal.ask('/login', { headers: { cookie: 'language=en-XA' } });
    expect(body).toContain('<html lang="en-GB"');
    expect(body).not.toContain('en-XA');
  });

  it('BR-04 says HSTS for two years with subdomains, on every answer', async () => {
    for (const path of ['/login', '/nowhere', '/api/health/live', '/favicon.ico'])
      expect((await portal.ask(path)).headers['strict-transport-security']).toMatch(
        /^max-age=63072000; includeSubDomains/,
      );
  });

  it.each([
    [
      'a card of the test range',
      `insert into cards (id, customer_id, product, name, pan_sealed, pan_key_id, pan_lookup, last4, account_range, status, position, created_at)
       values ('k', 'c', 'everyday', 'n', 'x', 'x', 'x', '0000', '512345000', 'active', 0, now())`,
    ],
    [
      'a message on the drawn phone',
      `insert into demo_messages (id, customer_id, text, at) values ('m', 'c', 't', now())`,
    ],
  ])('AU-14 refuses a database with %s', async (_what, statement) => {
    const url = await newDatabase();
    const first = await startPortal({ DATABASE_URL: url });
    await first.stop();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(
      `insert into customers (id, username, given_name, family_name, country, locale, created_at)
       values ('c', 'maya', 'M', 'L', 'GBR', 'en_GB', now())`,
    );
    await client.query(statement);
    await client.end();
    const { code, output } = await runBundle('server', { ...first.env });
    expect(code).toBe(1);
    expect(output).toContain('DATABASE_URL');
    expect(output).not.toContain(url);
  });
});
