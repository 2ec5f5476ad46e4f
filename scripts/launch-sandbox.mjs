import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProcess } from './child-process.mjs';
import { demoAddresses, demoEnvironment } from './demo-environment.mjs';
import { ensureInstalled } from './install.mjs';
import { portFault } from './ports.mjs';
import { projectRoot } from './project-root.mjs';
import { Refusal } from './refusal.mjs';
import { onStopRequest } from './stop-request.mjs';
import { waitForHealth } from './wait-for-health.mjs';

const WATCH_PARENT = new URL('./parent-watch.mjs', import.meta.url).href;

/** @param {Record<string, string>} env what a portal has to be given to talk to this sandbox, ready for a shell */
async function printConfiguration(env, sandboxOrigin) {
  const certificate = new X509Certificate(await readFile(env.MDES_ENCRYPTION_CERT_FILE));
  const values = {
    MDES_BASE_URL: `${sandboxOrigin}/mdes`,
    MDES_CONSUMER_KEY: env.MDES_CONSUMER_KEY,
    MDES_SIGNING_KEY_FILE: env.MDES_SIGNING_KEY_FILE,
    MDES_SIGNING_KEY_PASSWORD: env.MDES_SIGNING_KEY_PASSWORD,
    MDES_SIGNING_KEY_ALIAS: env.MDES_SIGNING_KEY_ALIAS,
    MDES_ENCRYPTION_CERT_FILE: env.MDES_ENCRYPTION_CERT_FILE,
    MDES_ENCRYPTION_FINGERPRINT: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    MDES_JWS_KEYS_FILE: env.MDES_JWS_KEYS_FILE,
    TOKEN_REQUESTOR_HOSTS: new URL(sandboxOrigin).host,
  };
  console.log(
    '\nA portal that shall talk to this sandbox is configured with (demo keys, worthless elsewhere):\n',
  );
  for (const [name, value] of Object.entries(values)) console.log(`  ${name}='${value}'`);
  console.log(`
  Keys that sign what the sandbox returns:   ${sandboxOrigin}/__sandbox/jwks.json
  A client with keys of its own:             POST ${sandboxOrigin}/__sandbox/clients, or a file in
                                             ${join(env.DATA_DIR, 'keys', 'clients')}:
                                             { "consumerKey": "...", "publicKeyPem": "...", "name": "..." }
  What it received and answered:             ${sandboxOrigin}/__sandbox/

  Ctrl-C stops it.
`);
}

/**
 * `npm run sandbox`.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} exit code: 0 after a stop that was asked for
 * @throws {Refusal} one sentence that names what to set
 */
export async function launchSandbox(env) {
  if (env.APP_MODE === 'production') throw new Refusal('The sandbox is never run with APP_MODE=production.');
  // Its own address, whatever MDES_BASE_URL the caller's shell may hold.
  const { MDES_BASE_URL: _elsewhere, ...own } = env;
  const at = demoAddresses(own, { root: projectRoot });
  const fault = await portFault(at.sandboxPort, 'SANDBOX_PORT');
  if (fault) throw new Refusal(fault);
  await ensureInstalled(projectRoot, { onInstall: () => console.log('Installing packages ...') });
  const complete = await demoEnvironment(own, { root: projectRoot });
  const { bundle } = await import('./bundle.mjs');
  await bundle({ root: projectRoot, mode: 'demo', names: ['sandbox'], folder: 'dev' });
  const program = startProcess(
    process.execPath,
    ['--enable-source-maps', '--import', WATCH_PARENT, join(projectRoot, 'dist', 'dev', 'sandbox.mjs')],
    { cwd: projectRoot, env: complete, tiedToParent: true, onLine: (line) => console.log(line) },
  );
  let stopping = false;
  let ended = false;
  const exited = program.exited.finally(() => (ended = true));
  onStopRequest(() => {
    stopping = true;
    void program.stop(5_000);
  });
  const where = { port: at.sandboxPort, path: '/__sandbox/health', host: `127.0.0.1:${at.sandboxPort}` };
  if (await waitForHealth(where, { limitMs: 30_000, given: () => ended || stopping }))
    await printConfiguration(complete, at.sandboxOrigin);
  const code = await exited;
  return stopping ? 0 : code || 1;
}
