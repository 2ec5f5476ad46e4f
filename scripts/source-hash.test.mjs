import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from './project-root.mjs';
import { BUILT, NOT_BUILT, sourceHash } from './source-hash.mjs';

let root;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'source-hash-'));
  await mkdir(join(root, 'app', 'cards'), { recursive: true });
  await mkdir(join(root, 'scripts'));
  await writeFile(join(root, 'app', 'page.tsx'), 'one');
  await writeFile(join(root, 'app', 'cards', 'page.tsx'), 'two');
  await writeFile(join(root, 'package.json'), '{}');
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('source hash', () => {
  it('is the same for the same sources, wherever they are', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'source-hash-'));
    await cp(root, copy, { recursive: true });
    expect(await sourceHash(copy)).toBe(await sourceHash(root));
    await rm(copy, { recursive: true });
  });

  it.each([
    ['an edit', 'app/page.tsx', 'changed'],
    ['a new file', 'lib/new.ts', 'new'],
    ['a command written in TypeScript', 'scripts/doctor.ts', 'new'],
    ['a newly locked package', 'package-lock.json', '{}'],
    ['a picture that is served', 'public/logo.svg', '<svg/>'],
  ])('changes with %s', async (_what, path, content) => {
    const before = await sourceHash(root);
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), content);
    expect(await sourceHash(root)).not.toBe(before);
  });

  it('changes when a file moves without changing', async () => {
    const before = await sourceHash(root);
    await cp(join(root, 'app', 'page.tsx'), join(root, 'app', 'other.tsx'));
    await rm(join(root, 'app', 'page.tsx'));
    expect(await sourceHash(root)).not.toBe(before);
  });

  it.each([
    'app/page.test.tsx',
    'app/notes.md',
    'scripts/test.mjs',
    'scripts/load/journey.mjs',
    'docs/architecture.md',
    '.data/secrets.json',
    'e2e/a.spec.ts',
  ])('does not ask for a new build because of %s', async (path) => {
    const before = await sourceHash(root);
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), 'anything');
    expect(await sourceHash(root)).toBe(before);
  });

  it('knows every folder of this repository as built or not built', async () => {
    const entries = await readdir(projectRoot, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    const unknown = folders
      .map((entry) => entry.name)
      .filter((name) => ![...BUILT, ...NOT_BUILT].includes(name));
    expect(unknown).toEqual([]);
  });
});
