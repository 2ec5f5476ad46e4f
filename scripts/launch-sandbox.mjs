import { join } from 'node:path';
import { startProcess } from './child-process.mjs';
import { demoAddresses, demoEnvironment } from './demo-environment.mjs';
import { ensureInstalled } from './install.mjs';
import { portFault } from './ports.mjs';
import { projectRoot } from './project-root.mjs';
import { Refusal } from './refusal.mjs';
import { configurationWords, HELP, sandboxArguments, sandboxConfiguration } from './sandbox-words.mjs';
import { onStopRequest } from './stop-request.mjs';
import { waitForHealth } from './wait-for-health.mjs';

const WATCH_PARENT = new URL('./parent-watch.mjs', import.meta.url).href;

/**
 * `npm run sandbox`.
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code: 0 after a stop that was asked for
 * @throws {Refusal} one sentence that names what to set
 */
export async function launchSandbox(env, args = []) {
  const { help, json } = sandboxArguments(args);
  if (help) {
    console.log(HELP);
    return 0;
  }
  // With --json standard output holds the one line that programs read.
  const say = json ? console.error : console.log;
  if (env.APP_MODE === 'production') throw new Refusal('The sandbox is never run with APP_MODE=production.');
  // Its own address, whatever MDES_BASE_URL the caller's shell may hold.
  const { MDES_BASE_URL: _elsewhere, ...own } = env;
  const at = demoAddresses(own, { root: projectRoot });
  const fault = await portFault(at.sandboxPort, 'SANDBOX_PORT');
  if (fault) throw new Refusal(fault);
  await ensureInstalled(projectRoot, { onInstall: () => say('Installing packages ...') });
  const complete = await demoEnvironment(own, { root: projectRoot });
  const { bundle } = await import('./bundle.mjs');
  await bundle({ root: projectRoot, mode: 'demo', names: ['sandbox'], folder: 'dev' });
  const program = startProcess(
    process.execPath,
    ['--enable-source-maps', '--import', WATCH_PARENT, join(projectRoot, 'dist', 'dev', 'sandbox.mjs')],
    { cwd: projectRoot, env: complete, tiedToParent: true, onLine: (line) => say(line) },
  );
  let stopping = false;
  let ended = false;
  const exited = program.exited.finally(() => (ended = true));
  onStopRequest(() => {
    stopping = true;
    void program.stop(5_000);
  });
  const where = { port: at.sandboxPort, path: '/__sandbox/health', host: `127.0.0.1:${at.sandboxPort}` };
  if (await waitForHealth(where, { limitMs: 30_000, given: () => ended || stopping })) {
    const values = await sandboxConfiguration(complete, at.sandboxOrigin);
    console.log(json ? JSON.stringify(values) : configurationWords(values));
  }
  const code = await exited;
  return stopping ? 0 : code || 1;
}
