import { randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest';
import { closeDatabase, database, openDatabase } from '@/lib/db/client';

type DatabaseKind = 'pglite' | 'postgres';

const SERVER = process.env['TEST_DATABASE_URL'];
const KINDS: readonly DatabaseKind[] = SERVER === undefined ? ['pglite'] : ['pglite', 'postgres'];

/** On PostgreSQL each opening has a database of its own, a copy of one that is empty and migrated, so that parallel workers never meet. */
async function createOwnDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`create database ${name} template ${inject('databaseTemplate')}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) };
}

/** Opens and migrates an empty database through the portal's own client; answers what closes it again. */
export async function openTestDatabase(
  kind: DatabaseKind = SERVER === undefined ? 'pglite' : 'postgres',
): Promise<() => Promise<void>> {
  if (kind === 'pglite' || SERVER === undefined) {
    await openDatabase({ kind: 'memory', image: await openAsBlob(inject('databaseImage')) });
    return closeDatabase;
  }
  const own = await createOwnDatabase(SERVER);
  await openDatabase({ kind: 'postgres', url: own.url });
  return async () => {
    await closeDatabase();
    await own.drop();
  };
}

/**
 * Empties every table of ours; the migrations' own record stays. Rows one by one, since there are few, and a truncated table is
 * a new file. A replica's session asks neither foreign keys nor the guards of what is written once (OP-02); on a server only a
 * superuser may have one.
 */
const EMPTY = sql.raw(`do $$
  declare found record;
  begin
    set local session_replication_role = replica;
    for found in select format('%I', tablename) as name from pg_tables where schemaname = 'public' loop
      execute 'delete from ' || found.name;
    end loop;
    perform setval(seqrelid, seqstart, false)
      from pg_sequence join pg_class on oid = seqrelid where relnamespace = 'public'::regnamespace;
  end $$`);

function onDatabases(
  kinds: readonly DatabaseKind[],
  title: string,
  suite: (kind: DatabaseKind) => void,
): void {
  describe.each(kinds)(`${title} (%s)`, (kind) => {
    let close: () => Promise<void>;
    beforeAll(async () => {
      close = await openTestDatabase(kind);
    });
    beforeEach(async () => {
      await database().execute(EMPTY);
    });
    afterAll(() => close());
    suite(kind);
  });
}

/** Runs a suite on the embedded database and, where `TEST_DATABASE_URL` names a server, on PostgreSQL; tables are empty before each test. */
export function onEveryDatabase(title: string, suite: (kind: DatabaseKind) => void): void {
  onDatabases(KINDS, title, suite);
}

/** The same on PostgreSQL alone, where there is one: use cases, whose queries have suites on every database, and which the journeys walk on the embedded one. */
export function onOneDatabase(title: string, suite: () => void): void {
  onDatabases(KINDS.slice(-1), title, suite);
}
