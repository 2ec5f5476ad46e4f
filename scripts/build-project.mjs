import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFault, readStamp, stampPath, writeStamp } from './build-stamp.mjs';
import { runToEnd } from './child-process.mjs';
import { compileAhead } from './compile-ahead.mjs';
import { withFileLock } from './file-lock.mjs';
import { packStatic } from './pack-static.mjs';
import { Refusal } from './refusal.mjs';
import { writeScriptInventory } from './script-inventory.mjs';
import { sourceHash } from './source-hash.mjs';

const BUILD_LIMIT_MS = 10 * 60_000;

/** @param {string} root @param {'demo' | 'production'} mode @param {boolean} quiet */
async function build(root, mode, quiet) {
  // Gone before the work begins: a build that was interrupted is no build.
  await rm(stampPath(root), { force: true });
  const sources = await sourceHash(root);
  // esbuild may only be installed by now, so it is loaded now.
  const { bundle, ENTRIES } = await import('./bundle.mjs');
  await bundle({ root, mode, names: Object.keys(ENTRIES) });
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const env = { ...process.env, APP_MODE: mode, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const result = await runToEnd(process.execPath, [next, 'build'], { cwd: root, env, quiet });
  if (result.code !== 0) {
    if (result.output) console.error(result.output);
    throw new Refusal('The build failed: the messages above say where.');
  }
  // What is listed and packed is what is served.
  await compileAhead(root);
  await Promise.all([writeScriptInventory(root, mode), packStatic(root)]);
  await writeStamp(root, { mode, sources, builtAt: new Date().toISOString() });
}

/**
 * Builds the portal and the programs beside it, unless a build of these very sources for `mode` is already there.
 * @param {{ root: string, mode: 'demo' | 'production', quiet?: boolean, force?: boolean, onBuild?: () => void, onWait?: (owner: number) => void }} what
 * @returns {Promise<boolean>} whether anything was built
 * @throws {Refusal} when the build failed
 */
export async function ensureBuilt({ root, mode, quiet = true, force = false, onBuild, onWait }) {
  await mkdir(join(root, 'dist'), { recursive: true });
  const work = async () => {
    const stale = force || buildFault(await readStamp(root), mode, await sourceHash(root)) !== undefined;
    if (!stale) return false;
    onBuild?.();
    await build(root, mode, quiet);
    return true;
  };
  return withFileLock(join(root, 'dist', '.building'), work, { waitMs: BUILD_LIMIT_MS, onWait });
}
