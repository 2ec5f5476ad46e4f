import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildFault, readStamp, stampPath, writeStamp } from './build-stamp.mjs';

let root;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'build-stamp-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const STAMP = { mode: 'production', sources: 'abc', builtAt: '2026-01-01T00:00:00.000Z' };

describe('build stamp', () => {
  it('accepts a build of these sources for this mode', async () => {
    await writeStamp(root, STAMP);
    expect(buildFault(await readStamp(root), 'production', 'abc')).toBeUndefined();
  });

  it('refuses in one sentence what is missing, stale, or built for the other mode', () => {
    expect(buildFault(undefined, 'production', 'abc')).toMatch(
      /^There is no finished build: .*--mode production/,
    );
    expect(buildFault(STAMP, 'demo', 'abc')).toMatch(/made for APP_MODE=production, not demo/);
    expect(buildFault(STAMP, 'production', 'other')).toMatch(/sources have changed/);
  });

  it('takes half a stamp for no build', async () => {
    await mkdir(join(root, 'dist'));
    await writeFile(stampPath(root), '{"mode":"production"');
    expect(await readStamp(root)).toBeUndefined();
  });
});
