import { join } from 'node:path';
import { buildFault, readStamp } from './build-stamp.mjs';
import { ensureBuilt } from './build-project.mjs';
import { exitOnSignals, startProcess } from './child-process.mjs';
import { prepareDataDir } from './data-dir.mjs';
import { demoAddresses, demoEnvironment } from './demo-environment.mjs';
import { ensureInstalled } from './install.mjs';
import { announce, step } from './launch-words.mjs';
import { runInProduction } from './launch-production.mjs';
import { parsePort, portFault } from './ports.mjs';
import { programLog } from './program-log.mjs';
import { projectRoot } from './project-root.mjs';
import { Refusal } from './refusal.mjs';
import { onStopRequest } from './stop-request.mjs';
import { sourceHash } from './source-hash.mjs';
import { waitForHealth } from './wait-for-health.mjs';

/** The portal may finish a push that is under way (quality OP-07). */
const PORTAL_GRACE_MS = 15_000;
const SANDBOX_GRACE_MS = 5_000;
const IMPATIENT_MS = 1_000;
const SANDBOX_READY_MS = 30_000;
/** The first start creates the embedded database, a few seconds on a slow disk. */
const PORTAL_READY_MS = 120_000;
const WATCH_PARENT = new URL('./parent-watch.mjs', import.meta.url).href;

/** @param {ReturnType<typeof demoAddresses>} at */
async function refuseTakenPorts(at) {
  if (at.withSandbox && at.port === at.sandboxPort)
    throw new Refusal('PORT and SANDBOX_PORT are the same: set one of them to another port.');
  const faults = [
    await portFault(at.port, 'PORT'),
    at.withSandbox ? await portFault(at.sandboxPort, 'SANDBOX_PORT') : undefined,
  ];
  const found = faults.find((fault) => fault !== undefined);
  if (found) throw new Refusal(found);
}

/**
 * Starts one bundle of dist/.
 * @param {'portal' | 'sandbox'} name
 * @param {string} bundle
 * @param {Record<string, string>} env
 */
function startProgram(name, bundle, env) {
  const log = programLog(env.DATA_DIR, name);
  const args = ['--enable-source-maps', '--import', WATCH_PARENT, join(projectRoot, 'dist', bundle)];
  const program = startProcess(process.execPath, args, {
    cwd: projectRoot,
    env: { ...env, NODE_ENV: 'production' },
    tiedToParent: true,
    onLine: log.onLine,
  });
  let ended = false;
  const exited = program.exited.then((code) => {
    ended = true;
    log.close();
    return code;
  });
  return { ...program, exited, name, logPath: log.path, hasEnded: () => ended };
}

/** @typedef {ReturnType<typeof startProgram>} Program */

/** @param {Program} program @param {number} code */
function reportEnd(program, code) {
  console.error(
    `\nThe ${program.name} ended by itself (exit code ${code}). Its last lines, in full in ${program.logPath}:`,
  );
  for (const line of program.lastLines()) console.error(`  ${line}`);
}

/**
 * Waits until the program is healthy.
 * @param {Program} program
 * @param {Parameters<typeof waitForHealth>[0]} where
 * @param {{ limitMs: number, stopping: () => boolean }} options
 */
async function healthy(program, where, { limitMs, stopping }) {
  const given = () => program.hasEnded() || stopping();
  const ok = await waitForHealth(where, { limitMs, given });
  if (!ok && !given())
    throw new Refusal(`The ${program.name} is not ready after ${limitMs / 1000} s: see ${program.logPath}.`);
  return ok;
}

/** Both programs, the portal last and stopped first: while it drains, MDES must still answer it. */
function supervise() {
  /** @type {Program[]} */
  const running = [];
  let stopping = false;
  let tell = () => {};
  const stopRequested = new Promise((resolve) => {
    tell = () => resolve('stop');
  });
  let askedAt = Infinity;
  onStopRequest((signal) => {
    // npm passes on the Ctrl-C that the terminal has already sent here: only a later one is a person losing patience.
    if (signal === 'SIGINT' && performance.now() - askedAt > IMPATIENT_MS)
      for (const program of running) program.kill();
    askedAt = Math.min(askedAt, performance.now());
    stopping = true;
    tell();
  });
  return {
    running,
    stopRequested,
    stopping: () => stopping,
    async stopAll() {
      stopping = true;
      for (const program of [...running].reverse())
        await program.stop(program.name === 'portal' ? PORTAL_GRACE_MS : SANDBOX_GRACE_MS);
    },
  };
}

/** @param {ReturnType<typeof demoAddresses>} at @param {Record<string, string>} env @param {ReturnType<typeof supervise>} crew */
async function startBoth(at, env, crew) {
  const { stopping } = crew;
  if (at.withSandbox) {
    step('starting the sandbox');
    const sandbox = startProgram('sandbox', 'sandbox.mjs', env);
    crew.running.push(sandbox);
    const where = { port: at.sandboxPort, path: '/__sandbox/health', host: `127.0.0.1:${at.sandboxPort}` };
    if (!(await healthy(sandbox, where, { limitMs: SANDBOX_READY_MS, stopping }))) return false;
  }
  step('starting the portal and its database');
  const portal = startProgram('portal', 'server.mjs', env);
  crew.running.push(portal);
  const where = { port: at.port, path: '/api/health/ready', host: new URL(at.portalOrigin).host };
  return healthy(portal, where, { limitMs: PORTAL_READY_MS, stopping });
}

/** @param {ReturnType<typeof demoAddresses>} at @param {Record<string, string>} env */
async function runDemo(at, env) {
  const crew = supervise();
  try {
    if (await startBoth(at, env, crew)) await announce(at);
    const ends = crew.running.map((program) => program.exited.then((code) => ({ program, code })));
    const first = await Promise.race([crew.stopRequested, ...ends]);
    if (first === 'stop') {
      console.log('\nStopping the portal, then the sandbox ...');
      await crew.stopAll();
      console.log('Stopped. Everything is kept for the next start.');
      return 0;
    }
    reportEnd(first.program, first.code);
    return 1;
  } finally {
    await crew.stopAll();
  }
}

/**
 * `npm start`. Installs, builds and generates what is missing, starts the sandbox and the portal, and stays until it
 * is told to stop. With APP_MODE=production it starts the portal only and changes nothing.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} exit code: 0 after a stop that was asked for
 * @throws {Refusal} one sentence that names what to set
 */
export async function launch(env) {
  if (env.APP_MODE === 'production') {
    const port = parsePort(env.PORT, 'PORT', 3000);
    const fault =
      buildFault(await readStamp(projectRoot), 'production', await sourceHash(projectRoot)) ??
      (await portFault(port, 'PORT'));
    if (fault) throw new Refusal(fault);
    return runInProduction(env);
  }
  if (env.APP_MODE && env.APP_MODE !== 'demo') throw new Refusal('APP_MODE must be demo or production.');
  const allowInterrupts = exitOnSignals();
  const at = demoAddresses(env, { root: projectRoot });
  await refuseTakenPorts(at);
  await prepareDataDir(at.dataDir);
  await ensureInstalled(projectRoot, {
    onInstall: () => step('installing packages (this start only, up to a minute)'),
  });
  step('looking for demo keys and secrets in DATA_DIR');
  const complete = await demoEnvironment(env, { root: projectRoot });
  await ensureBuilt({
    root: projectRoot,
    mode: 'demo',
    onBuild: () => step('building the portal and the sandbox (sources have changed)'),
    onWait: (owner) => step(`waiting for process ${owner}, which is building`),
  });
  allowInterrupts();
  return runDemo(at, complete);
}
