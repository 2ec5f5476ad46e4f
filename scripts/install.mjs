import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runToEnd } from './child-process.mjs';
import { Refusal } from './refusal.mjs';

/** @param {string} root */
async function wantedPackages(root) {
  const lock = await readFile(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

/**
 * Installs the packages of package-lock.json when those in node_modules were not installed from it.
 * @param {string} root
 * @param {{ onInstall?: () => void, quiet?: boolean }} [options] `onInstall` is told before the long work
 * @returns {Promise<boolean>} whether anything was installed
 * @throws {Refusal} with npm's last words
 */
export async function ensureInstalled(root, { onInstall, quiet = true } = {}) {
  const note = join(root, 'node_modules', '.portal-lock');
  const wanted = await wantedPackages(root);
  const noted = await readFile(note, 'utf8').catch(() => '');
  if (noted.trim() === wanted) return false;
  onInstall?.();
  // Removed first: an interrupted installation must not look finished.
  await rm(note, { force: true });
  // Development packages build the portal, so NODE_ENV=production in the caller's shell must not leave them out.
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev'];
  const { NODE_ENV: _ignored, ...env } = process.env;
  const npm = process.env.npm_execpath;
  const result = npm?.endsWith('.js')
    ? await runToEnd(process.execPath, [npm, ...args], { cwd: root, env, quiet })
    : await runToEnd('npm', args, { cwd: root, env, quiet });
  if (result.code !== 0) {
    // npm says what is wrong first and explains its options after that.
    const errors = result.output.split('\n').filter((line) => line.startsWith('npm error'));
    console.error(errors.slice(0, 15).join('\n'));
    throw new Refusal(
      'npm could not install the packages: mend what it names above and run the same command again.',
    );
  }
  await writeFile(note, `${wanted}\n`);
  return true;
}
