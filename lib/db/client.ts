import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import type { Client, Pool } from 'pg';
import { lockDirectory } from './directory-lock';
import * as schema from './schema';

/** A database or a transaction: repositories take either, and inside a transaction only the transaction. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

interface Driver {
  kind: 'pglite' | 'postgres';
  raw: PGlite | Pool;
  close: () => Promise<void>;
}

/**
 * One driver a process, on globalThis: the server's bundle opens it and Next's bundles use it. A second PGlite on the same
 * directory would silently diverge, which the directory lock refuses.
 */
const KEY = Symbol.for('issuer-portal.database');
const registry = globalThis as { [KEY]?: Driver | undefined };
let wrapped: { raw: Driver['raw']; db: Database } | undefined;

const MIGRATIONS = path.resolve('lib/db/migrations');
/** Any constant: the number under which several processes wait for one migration. */
const MIGRATION_LOCK = 4_010_2026;

export type DatabaseTarget =
  | { kind: 'postgres'; url: string }
  | { kind: 'pglite'; directory: string }
  /** For tests; `image` is a dump of a migrated one, which opens in a fifth of the time. */
  | { kind: 'memory'; image?: Blob };

/** Opens, migrates and registers the database of this process. Throws when it cannot be opened or another process has it. */
export async function openDatabase(target: DatabaseTarget): Promise<void> {
  if (registry[KEY]) throw new Error('the database of this process is open already');
  registry[KEY] = target.kind === 'postgres' ? await openPostgres(target.url) : await openPglite(target);
}

/** Closes what `openDatabase` opened; safe to call twice. */
export async function closeDatabase(): Promise<void> {
  const driver = registry[KEY];
  registry[KEY] = undefined;
  wrapped = undefined;
  await driver?.close();
}

/** The database of this process. Throws where the server has not opened one: there is no lazy second way. */
export function database(): Database {
  const driver = registry[KEY];
  if (!driver) throw new Error('the database is not open');
  if (wrapped?.raw !== driver.raw) wrapped = { raw: driver.raw, db: wrap(driver) };
  return wrapped.db;
}

function wrap(driver: Driver): Database {
  const db =
    driver.kind === 'pglite'
      ? drizzlePglite(driver.raw as PGlite, { schema })
      : drizzlePg(driver.raw as Pool, { schema });
  return db as unknown as Database;
}

async function openPglite(target: Exclude<DatabaseTarget, { kind: 'postgres' }>): Promise<Driver> {
  const { PGlite } = await import('@electric-sql/pglite');
  let unlock: () => void = () => undefined;
  if (target.kind === 'pglite') {
    mkdirSync(target.directory, { recursive: true, mode: 0o700 });
    unlock = lockDirectory(target.directory);
  }
  const raw =
    target.kind === 'pglite'
      ? new PGlite(path.join(target.directory, 'pglite'))
      : new PGlite(target.image === undefined ? {} : { loadDataDir: target.image });
  await raw.waitReady;
  await migratePglite(drizzlePglite(raw), { migrationsFolder: MIGRATIONS });
  const close = async () => {
    await raw.close();
    unlock();
  };
  return { kind: 'pglite', raw, close };
}

async function openPostgres(url: string): Promise<Driver> {
  const { default: pg } = await import('pg');
  await migrateAlone(new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 }));
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // A server that has gone quiet must not hold a request for ever (RE-04); ours end within milliseconds.
    query_timeout: 10_000,
    keepAlive: true,
  });
  // A connection that breaks while idle must not end the process.
  pool.on('error', () => undefined);
  return { kind: 'postgres', raw: pool, close: () => pool.end() };
}

/** One process migrates and the others wait for it, however long that takes; the lock ends with the connection. */
async function migrateAlone(client: Client): Promise<void> {
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migratePg(drizzlePg(client), { migrationsFolder: MIGRATIONS });
  } finally {
    await client.end().catch(() => undefined);
  }
}
