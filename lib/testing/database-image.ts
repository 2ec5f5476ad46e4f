import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of a dump of an empty, migrated database; absent where a run makes none. */
    databaseImage: string;
  }
}

/** Before all tests: one embedded database is created and migrated for the whole run, and each file opens a copy of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-database-image-'));
  const database = new PGlite();
  await migrate(drizzle(database), { migrationsFolder: 'lib/db/migrations' });
  const image = await database.dumpDataDir('none');
  await database.close();
  const file = path.join(folder, 'image.tar');
  await writeFile(file, Buffer.from(await image.arrayBuffer()), { mode: 0o600 });
  project.provide('databaseImage', file);
  return () => rm(folder, { recursive: true, force: true });
}
