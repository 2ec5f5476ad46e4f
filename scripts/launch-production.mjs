import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './project-root.mjs';
import { onStopRequest } from './stop-request.mjs';

const WATCH_PARENT = new URL('./parent-watch.mjs', import.meta.url).href;

/**
 * Runs the portal alone, with its output as it is: what supervises it in production reads that. Whatever stop signal
 * arrives is passed on once, as SIGTERM; the portal leads its own group, so that Ctrl-C does not reach it as well.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the portal's own exit code
 */
export function runInProduction(env) {
  const bundle = join(projectRoot, 'dist', 'server.mjs');
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', WATCH_PARENT, bundle], {
    cwd: projectRoot,
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  onStopRequest(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
