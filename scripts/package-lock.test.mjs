import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from './project-root.mjs';

const lock = JSON.parse(await readFile(join(projectRoot, 'package-lock.json'), 'utf8'));
const entries = Object.entries(lock.packages);

describe('package-lock.json', () => {
  it('lists every platform package, without which npm ci refuses the whole lock', () => {
    const listed = new Set(entries.map(([path]) => path.split('node_modules/').at(-1)));
    const wanted = entries.flatMap(([path, entry]) =>
      Object.entries(entry.optionalDependencies ?? {}).map(([name, version]) => ({ path, name, version })),
    );
    expect(
      wanted.filter(({ name }) => !listed.has(name)).map(({ name, version }) => `${name}@${version}`),
    ).toEqual([]);
  });

  it('names no registry, so that it installs from whichever one a machine is set up for', () => {
    expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it('pins every package by its content', () => {
    // What is bundled inside another package is pinned by that one's content.
    const loose = entries.filter(
      ([path, entry]) => path !== '' && !entry.link && !entry.inBundle && entry.integrity === undefined,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });
});
