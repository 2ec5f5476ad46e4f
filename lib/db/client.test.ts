import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { is, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { onEveryDatabase, openTestDatabase } from '@/lib/testing/database';
import { closeDatabase, database, openDatabase } from './client';
import * as schema from './schema';

const tables = Object.values(schema).filter((value) => is(value, PgTable));

onEveryDatabase('the migrations', (kind) => {
  it('make every table and column that the code knows, and no other', async () => {
    const found = (await database().execute(
      sql`select table_name as "table", column_name as "column" from information_schema.columns where table_schema = 'public'`,
    )) as unknown as { rows: { table: string; column: string }[] };
    const expected = tables.flatMap((table) => {
      const { name, columns } = getTableConfig(table);
      return columns.map((column) => `${name}.${column.name}`);
    });
    expect(found.rows.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(expected.sort());
  });

  it('PD-02: have no column for a security code, a PIN or a track', async () => {
    const names = tables.flatMap((table) => getTableConfig(table).columns.map(({ name }) => name));
    expect(names.filter((name) => /c[v]v|c[v]c|csc|_pin|^pin|track|security_code/i.test(name))).toEqual([]);
  });

  it('have run once', async () => {
    const folder = path.resolve('lib/db/migrations');
    const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
    const ran = (await database().execute(sql`select hash from drizzle.__drizzle_migrations`)) as unknown as {
      rows: unknown[];
    };
    expect(ran.rows).toHaveLength(files.length);
    const sqlText = files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
    expect(sqlText).toContain('append_only');
    expect(kind).toMatch(/pglite|postgres/);
  });
});

describe('the database of a process', { timeout: 60_000 }, () => {
  it('is opened once, closed as often as one likes, and not there before', async () => {
    expect(() => database()).toThrow('the database is not open');
    const close = await openTestDatabase();
    await expect(openDatabase({ kind: 'memory' })).rejects.toThrow('open already');
    await close();
    await closeDatabase();
    expect(() => database()).toThrow('the database is not open');
  });

  it('is refused and left closed when it cannot be reached', async () => {
    await expect(
      openDatabase({ kind: 'postgres', url: 'postgres://nobody@127.0.0.1:9/none' }),
    ).rejects.toThrow();
    expect(() => database()).toThrow('the database is not open');
  });

  it('keeps what was written, in its folder, over a restart, and gives the folder back', async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'portal-data-'));
    const target = { kind: 'pglite', directory } as const;
    await openDatabase(target);
    await database()
      .insert(schema.assetCache)
      .values({ assetId: 'a', fetchedAt: new Date(0) });
    await closeDatabase();
    await openDatabase(target);
    expect(await database().select({ id: schema.assetCache.assetId }).from(schema.assetCache)).toEqual([
      { id: 'a' },
    ]);
    await closeDatabase();
    expect(readdirSync(directory)).toEqual(['pglite']);
    rmSync(directory, { recursive: true });
  });
});
