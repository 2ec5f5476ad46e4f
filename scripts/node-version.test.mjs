import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { describe, expect, it } from 'vitest';
import { nodeVersionFault } from './node-version.mjs';
import { projectRoot } from './project-root.mjs';

const ENTRIES = ['start', 'dev', 'sandbox', 'build', 'check', 'test', 'e2e', 'run'];

describe('Node.js version', () => {
  it.each(['v20.9.0', 'v20.20.2', 'v22.0.0', 'v100.1.0'])('accepts %s', (version) => {
    expect(nodeVersionFault(version)).toBeUndefined();
  });

  it.each(['v12.22.12', 'v18.20.8', 'v20.8.1', 'v9.11.2'])('refuses %s in one sentence', (version) => {
    expect(nodeVersionFault(version)).toMatch(
      new RegExp(`^Node.js 20.9 or newer is needed and this is ${version}: .*\\.$`),
    );
  });

  it('agrees with engines in package.json', async () => {
    const { engines } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
    expect(engines.node).toBe('>=20.9');
  });

  it.each(ENTRIES)('%s.mjs imports nothing at first that an old Node.js could not parse', async (name) => {
    const source = await readFile(join(projectRoot, 'scripts', `${name}.mjs`), 'utf8');
    expect(source.match(/^import .*$/gm)).toEqual([
      "import { startOnSupportedNode } from './node-version.mjs';",
    ]);
  });

  it.each([...ENTRIES, 'node-version'])('%s.mjs keeps to the syntax of Node.js 14', async (name) => {
    const source = await readFile(join(projectRoot, 'scripts', `${name}.mjs`), 'utf8');
    // Lowering to what Node.js 14 parses must find nothing to lower; comments are not code.
    const options = { format: 'esm', loader: 'js' };
    const asIs = await esbuild.transform(source, { ...options, target: 'esnext' });
    expect((await esbuild.transform(source, { ...options, target: 'node14.0' })).code).toBe(asIs.code);
  });
});
