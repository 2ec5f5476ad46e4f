import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './project-root.mjs';

/**
 * Runs the portal alone, with its output as it is: what supervises it in production reads that, and stops it by a
 * signal that is passed on.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the portal's own exit code
 */
export function runInProduction(env) {
  const args = ['--enable-source-maps', join(projectRoot, 'dist', 'server.mjs')];
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: 'inherit',
  });
  for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  // Ctrl-C reaches the whole foreground group, the portal included: only do not die before it has drained.
  process.on('SIGINT', () => {});
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
