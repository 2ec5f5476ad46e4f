import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileAhead, HINT } from './compile-ahead.mjs';

it('every script asks once to be compiled while it arrives, and nothing else is touched', async () => {
  const root = await mkdtemp(join(tmpdir(), 'portal-compile-ahead-'));
  const folder = join(root, '.next/static/chunks');
  await mkdir(folder, { recursive: true });
  await Promise.all([
    writeFile(join(folder, 'a.js'), 'first()'),
    writeFile(join(folder, 'b.js'), 'second()'),
    writeFile(join(folder, 'c.css'), 'a{}'),
  ]);
  await compileAhead(root);
  // A build that keeps what it made before meets its own scripts again.
  await compileAhead(root);
  const found = await Promise.all(
    (await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8')),
  );
  await rm(root, { recursive: true });
  expect(found).toEqual([`${HINT}first()`, `${HINT}second()`, 'a{}']);
});
