import { existsSync } from 'node:fs';
import { runToEnd } from './child-process.mjs';

/** Whether apt-get can be used without asking anybody. */
export function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/**
 * @param {string[]} names
 * @returns {Promise<boolean>} whether apt-get says that they are installed now
 */
export async function installDebianPackages(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runToEnd('apt-get', ['update', '-qq'], { env, quiet: true });
  if (update.code !== 0) console.error(update.output.split('\n').slice(-5).join('\n'));
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...names];
  const install = await runToEnd('apt-get', args, { env, quiet: true });
  if (install.code !== 0) console.error(install.output.split('\n').slice(-10).join('\n'));
  return install.code === 0;
}
