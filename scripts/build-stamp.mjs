import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {{ mode: 'demo' | 'production', sources: string, builtAt: string }} BuildStamp */

/** @param {string} root */
export const stampPath = (root) => join(root, 'dist', 'build.json');

/** @param {string} root @returns {Promise<BuildStamp | undefined>} undefined when there is no finished build */
export async function readStamp(root) {
  try {
    const stamp = JSON.parse(await readFile(stampPath(root), 'utf8'));
    return typeof stamp?.mode === 'string' && typeof stamp.sources === 'string' ? stamp : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} root @param {BuildStamp} stamp */
export async function writeStamp(root, stamp) {
  await mkdir(join(root, 'dist'), { recursive: true });
  const draft = `${stampPath(root)}.tmp`;
  await writeFile(draft, `${JSON.stringify(stamp, null, 2)}\n`);
  await rename(draft, stampPath(root));
}

/**
 * One sentence when the build may not be served in `mode`, otherwise undefined (decisions 4: the mode is an input
 * of the build, so a demo build never becomes a production one by a variable).
 * @param {BuildStamp | undefined} stamp
 * @param {'demo' | 'production'} mode
 * @param {string} sources the hash of the sources as they are now
 */
export function buildFault(stamp, mode, sources) {
  const remedy = `run "npm run build -- --mode ${mode}" first.`;
  if (!stamp) return `There is no finished build: ${remedy}`;
  if (stamp.mode !== mode)
    return `The build in .next was made for APP_MODE=${stamp.mode}, not ${mode}: ${remedy}`;
  if (stamp.sources !== sources) return `The sources have changed since the build was made: ${remedy}`;
  return undefined;
}
