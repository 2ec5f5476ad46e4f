import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { drizzle as drizzleServer } from 'drizzle-orm/node-postgres';
import { migrate as migrateServer } from 'drizzle-orm/node-postgres/migrator';
import { migrate } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { makeRsaKeys } from '@/sandbox/testing/rsa-keys';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of a dump of an empty, migrated database; absent where a run makes none. */
    databaseImage: string;
    /** Name of the same on the server of `TEST_DATABASE_URL`, to be copied; absent without one. */
    databaseTemplate: string;
  }
}

const FROM = { migrationsFolder: 'lib/db/migrations' };

/** @returns what removes it again */
async function makeTemplate(server: string, name: string): Promise<() => Promise<void>> {
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await migrateServer(drizzleServer(client), FROM).finally(() => client.end());
  return () => run(`drop database ${name} with (force)`);
}

/** Before all tests: one embedded database is created and migrated for the whole run, and each file opens a copy of it; so with a server's, and with keys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-database-image-'));
  const database = new PGlite();
  await migrate(drizzle(database), FROM);
  const image = await database.dumpDataDir('none');
  await database.close();
  const file = path.join(folder, 'image.tar');
  await writeFile(file, Buffer.from(await image.arrayBuffer()), { mode: 0o600 });
  project.provide('databaseImage', file);
  project.provide('rsaKeys', await makeRsaKeys());
  const server = process.env['TEST_DATABASE_URL'];
  const template = `template_${randomBytes(8).toString('hex')}`;
  const drop = server === undefined ? undefined : await makeTemplate(server, template);
  project.provide('databaseTemplate', template);
  return async () => {
    await rm(folder, { recursive: true, force: true });
    await drop?.();
  };
}
