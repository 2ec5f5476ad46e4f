import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '@/scripts/build-project.mjs';
import { projectRoot } from '@/scripts/project-root.mjs';
import { BUILT, FILES } from '@/scripts/source-hash.mjs';
import { testPostgres } from '@/scripts/test-postgres.mjs';

export const CANARY = 'canary-7f3a9c51-';
const SECRETS = ['AUTH_SECRET', 'DATA_KEY', 'MDES_CONSUMER_KEY', 'MDES_SIGNING_KEY_PASSWORD', 'DATABASE_URL'];

declare module 'vitest' {
  interface ProvidedContext {
    /** Root of a finished production build that belongs to this run. */
    root: string;
    /** A PostgreSQL server on which databases may be made; null where there is none, which has been said loudly. */
    postgresUrl: string | null;
  }
}

/** Packages are linked where the file system allows it, for they are many; a build writes into none of them. */
function copyPackages(target: string): void {
  const source = path.join(projectRoot, 'node_modules');
  try {
    execFileSync('cp', ['-al', source, target], { stdio: 'pipe' });
  } catch {
    rmSync(target, { recursive: true, force: true });
    cpSync(source, target, { recursive: true, verbatimSymlinks: true });
  }
}

/** The sources alone in a folder of their own: the checkout's `.next` and `dist` stay what they are. */
function copyTree(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'portal-production-'));
  for (const name of [...BUILT, ...FILES]) {
    const source = path.join(projectRoot, name);
    if (existsSync(source)) cpSync(source, path.join(root, name), { recursive: true });
  }
  copyPackages(path.join(root, 'node_modules'));
  return root;
}

/** One production build and one PostgreSQL for all files of the run; both are gone after it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['BUILT_ROOT'];
  const root = given ?? copyTree();
  // Secrets that happen to be set where a build is made must not end up in it (SC-02).
  for (const name of SECRETS) process.env[name] = `${CANARY}${name}`;
  await ensureBuilt({ root, mode: 'production', quiet: true });
  const postgres = await testPostgres(process.env);
  project.provide('root', root);
  project.provide('postgresUrl', postgres.url ?? null);
  return async () => {
    await postgres.stop();
    if (given === undefined) rmSync(root, { recursive: true, force: true });
  };
}
