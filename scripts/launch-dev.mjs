import { join } from 'node:path';
import { startProcess } from './child-process.mjs';
import { demoAddresses, demoEnvironment } from './demo-environment.mjs';
import { ensureInstalled } from './install.mjs';
import { announce, step } from './launch-words.mjs';
import { portFault } from './ports.mjs';
import { projectRoot } from './project-root.mjs';
import { Refusal } from './refusal.mjs';
import { onStopRequest } from './stop-request.mjs';
import { waitForHealth } from './wait-for-health.mjs';

const WATCH_PARENT = new URL('./parent-watch.mjs', import.meta.url).href;
const GRACE_MS = 15_000;

/**
 * One program that is started anew whenever its bundle was made anew. Restarts queue up: the old process is gone,
 * and has let go of port and database, before the next one begins.
 * @param {string} name @param {string} bundleName @param {Record<string, string>} env
 */
function restartable(name, bundleName, env) {
  /** @type {ReturnType<typeof startProcess> | undefined} */
  let current;
  let queue = Promise.resolve();
  const start = () => {
    const bundle = join(projectRoot, 'dist', 'dev', `${bundleName}.mjs`);
    const program = startProcess(
      process.execPath,
      ['--enable-source-maps', '--import', WATCH_PARENT, bundle],
      {
        cwd: projectRoot,
        env,
        tiedToParent: true,
        onLine: (line) => console.log(`  ${name.padEnd(7)} ${line}`),
      },
    );
    current = program;
    void program.exited.then((code) => {
      if (current === program)
        console.error(`The ${name} ended (exit code ${code}); it starts again on the next change.`);
    });
  };
  const stop = async () => {
    const program = current;
    current = undefined;
    await program?.stop(GRACE_MS);
  };
  return {
    restart: () => (queue = queue.then(stop).then(start)),
    stop: () => (queue = queue.then(stop)),
  };
}

/** Bundles now and on every change, and tells when a bundle is good. */
async function watchBundle(bundleName, onBuilt) {
  const { bundleOptions } = await import('./bundle.mjs');
  const esbuild = await import('esbuild');
  const tell = {
    name: 'tell-when-built',
    setup(build) {
      build.onEnd((result) => {
        if (result.errors.length === 0) onBuilt();
      });
    },
  };
  const what = { root: projectRoot, mode: 'demo', names: [bundleName], folder: 'dev', plugins: [tell] };
  const context = await esbuild.context(bundleOptions(what));
  await context.watch();
  return context;
}

/** @param {ReturnType<typeof demoAddresses>} at */
async function refuseTakenPorts(at) {
  const fault =
    (await portFault(at.port, 'PORT')) ??
    (at.withSandbox ? await portFault(at.sandboxPort, 'SANDBOX_PORT') : undefined);
  if (fault) throw new Refusal(fault);
}

/**
 * `npm run dev`.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} exit code
 * @throws {Refusal} one sentence that names what to set
 */
export async function launchDev(env) {
  if (env.APP_MODE === 'production') throw new Refusal('npm run dev is for APP_MODE=demo only.');
  const at = demoAddresses(env, { root: projectRoot });
  await refuseTakenPorts(at);
  await ensureInstalled(projectRoot, { onInstall: () => step('installing packages') });
  const complete = await demoEnvironment(env, { root: projectRoot });
  const portalEnv = { ...complete, NODE_ENV: 'development', PORTAL_DEV: '1' };
  const portal = restartable('portal', 'server', portalEnv);
  const sandbox = restartable('sandbox', 'sandbox', { ...complete, NODE_ENV: 'development' });
  const watches = [await watchBundle('server', portal.restart)];
  if (at.withSandbox) watches.push(await watchBundle('sandbox', sandbox.restart));
  const stopped = new Promise((resolve) => onStopRequest(resolve));
  let stopping = false;
  void stopped.then(() => (stopping = true));
  const where = { port: at.port, path: '/api/health/ready', host: new URL(at.portalOrigin).host };
  if (await waitForHealth(where, { limitMs: 180_000, given: () => stopping })) await announce(at);
  await stopped;
  await Promise.all(watches.map((watch) => watch.dispose()));
  await portal.stop();
  await sandbox.stop();
  return 0;
}
