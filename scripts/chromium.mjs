import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from './child-process.mjs';
import { isDebianRoot, installDebianPackages } from './debian-packages.mjs';

const DEBIANS = '/usr/bin/chromium';

/**
 * The browser for the journeys: the one named, Debian's, or Playwright's own, installed when there is none.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ path: string | undefined } | undefined>} path undefined: the one Playwright brought;
 *   undefined altogether: none can be had, and what to do was printed
 */
export async function ensureChromium(root, env) {
  if (env.CHROMIUM_PATH) {
    if (existsSync(env.CHROMIUM_PATH)) return { path: env.CHROMIUM_PATH };
    console.error('CHROMIUM_PATH names no file: set it to a Chromium, or unset it.');
    return undefined;
  }
  if (existsSync(DEBIANS)) return { path: DEBIANS };
  if (isDebianRoot()) {
    console.log('Installing Chromium with apt-get ...');
    await installDebianPackages(['chromium', 'fonts-liberation', 'fonts-noto-core']);
    if (existsSync(DEBIANS)) return { path: DEBIANS };
  }
  console.log("Installing Playwright's Chromium ...");
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const { code } = await runToEnd(process.execPath, [cli, 'install', 'chromium'], { cwd: root });
  if (code === 0) return { path: undefined };
  console.error(
    'There is no browser for the journeys: install Chromium and set CHROMIUM_PATH to it, then run npm test again.',
  );
  return undefined;
}
