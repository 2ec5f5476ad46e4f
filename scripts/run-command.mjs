import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { demoEnvironment } from './demo-environment.mjs';
import { ensureInstalled } from './install.mjs';
import { projectRoot } from './project-root.mjs';
import { Refusal } from './refusal.mjs';

const COMMANDS = ['doctor', 'customers-import', 'audit-verify', 'scan-pan', 'keys-rotate', 'state-diagram'];

/** @param {string} name @returns {Promise<{ bundle: string, env: Record<string, string> }>} */
async function prepare(name) {
  if (process.env.APP_MODE === 'production') {
    const bundle = join(projectRoot, 'dist', `${name}.mjs`);
    if (!existsSync(bundle))
      throw new Refusal('There is no finished build: run "npm run build -- --mode production" first.');
    return { bundle, env: { ...process.env } };
  }
  await ensureInstalled(projectRoot, { onInstall: () => console.error('Installing packages ...') });
  const env = await demoEnvironment(process.env, { root: projectRoot });
  const { bundle } = await import('./bundle.mjs');
  await bundle({ root: projectRoot, mode: 'demo', names: [name], folder: 'dev' });
  return { bundle: join(projectRoot, 'dist', 'dev', `${name}.mjs`), env };
}

/** @param {string[]} args name of the command, then its own arguments @returns {Promise<number>} its exit code */
export async function runCommand([name, ...args]) {
  if (name === undefined || !COMMANDS.includes(name))
    throw new Refusal(`Name a command: ${COMMANDS.join(', ')}.`);
  const { bundle, env } = await prepare(name);
  const child = spawn(process.execPath, ['--enable-source-maps', bundle, ...args], { env, stdio: 'inherit' });
  // The terminal hands Ctrl-C to both; the command decides what it means.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
