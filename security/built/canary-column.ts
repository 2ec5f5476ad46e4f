import pg from 'pg';

export const COLUMN_CANARY = 'canary-column-4f0d2e';

/** Adds a column with a value that can be recognised to every table of a running portal, behind its back (AZ-03). */
export async function addCanaryColumns(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    for (const { name } of rows)
      await client.query(`alter table "${name}" add column canary text default '${COLUMN_CANARY}'`);
    return rows.length;
  } finally {
    await client.end();
  }
}
