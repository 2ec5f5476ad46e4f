import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from './child-process.mjs';
import { isDebianRoot, installDebianPackages } from './debian-packages.mjs';

// Without the windows of a whole browser, which take a third of two cores for nothing; then the whole one.
const DEBIANS = ['chromium-headless-shell', 'chromium'].map((name) => ({ name, path: `/usr/bin/${name}` }));
const FONTS = ['fonts-liberation', 'fonts-noto-core'];

/** @returns {string | undefined} */
const debians = () => DEBIANS.find(({ path }) => existsSync(path))?.path;

/** The first of Debian's browsers that its packages can give. */
async function installDebians() {
  console.log('Installing Chromium with apt-get ...');
  for (const { name, path } of DEBIANS) {
    if ((await installDebianPackages([name, ...FONTS])) && existsSync(path)) return path;
  }
  return undefined;
}

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
  const path = debians() ?? (isDebianRoot() ? await installDebians() : undefined);
  if (path !== undefined) return { path };
  console.log("Installing Playwright's Chromium ...");
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const { code } = await runToEnd(process.execPath, [cli, 'install', 'chromium'], { cwd: root });
  if (code === 0) return { path: undefined };
  console.error(
    'There is no browser for the journeys: install Chromium and set CHROMIUM_PATH to it, then run npm test again.',
  );
  return undefined;
}
