import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runToEnd, startProcess } from './child-process.mjs';
import { installDebianPackages, isDebianRoot } from './debian-packages.mjs';
import { freePort } from './ports.mjs';

const VERSIONS = '/usr/lib/postgresql';

/** @returns {string | undefined} the folder of the newest server's programs, where Debian puts them */
function findPrograms() {
  if (!existsSync(VERSIONS)) return undefined;
  const newest = readdirSync(VERSIONS)
    .filter((name) => existsSync(join(VERSIONS, name, 'bin', 'initdb')))
    .sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? undefined : join(VERSIONS, newest, 'bin');
}

/** PostgreSQL refuses to run as root: its own account where there is one, else the one that owns nothing. */
function accountToRunAs() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      continue;
    }
  }
  return undefined;
}

/** @param {number} port @returns {Promise<boolean>} */
function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/**
 * A private server that listens on loopback and lives in a temporary folder. fsync is off: it holds nothing that
 * anybody would miss after a power cut.
 * @param {string} programs
 * @param {{ uid?: number, gid?: number }} account
 */
async function startCluster(programs, account) {
  const dir = mkdtempSync(join(tmpdir(), 'portal-postgres-'));
  if (account.uid !== undefined) chownSync(dir, account.uid, account.gid);
  const remove = () => rmSync(dir, { recursive: true, force: true });
  // A run that is broken off kills the server on its way out (child-process.mjs) and comes here after that.
  process.on('exit', remove);
  const data = join(dir, 'data');
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', HOME: dir };
  const spawning = { cwd: dir, env, ...account };
  const initArgs = ['-D', data, '-A', 'trust', '-U', 'portal', '-E', 'UTF8', '--no-sync'];
  const init = await runToEnd(join(programs, 'initdb'), initArgs, { ...spawning, quiet: true });
  if (init.code !== 0) {
    remove();
    throw new Error(`initdb: ${init.output.trim().split('\n').at(-1)}`);
  }
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${dir}`,
    'fsync=off',
  ];
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const server = startProcess(join(programs, 'postgres'), args, spawning);
  let ended = false;
  void server.exited.then(() => (ended = true));
  for (let tries = 0; tries < 300 && !ended && !(await accepts(port)); tries += 1) await pause(100);
  if (ended || !(await accepts(port))) {
    await server.stop(1_000);
    remove();
    throw new Error(`postgres: ${server.lastLines().at(-1) ?? 'did not start'}`);
  }
  return {
    url: `postgres://portal@127.0.0.1:${port}/postgres`,
    /** SIGINT is PostgreSQL's fast shutdown: clients are sent away. */
    async stop() {
      await server.stop(10_000, 'SIGINT');
      remove();
    },
  };
}

/** @param {string} why */
function sayItIsMissing(why) {
  console.error(`
!!! No PostgreSQL: ${why}.
!!! The database tests run on the embedded database only. Set TEST_DATABASE_URL to a superuser's address, or install Debian's postgresql.
`);
}

/**
 * The PostgreSQL that the tests use: the one of TEST_DATABASE_URL, or a private one that is started here, installed
 * first where that can be done without asking.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ url: string | undefined, stop: () => Promise<void> }>} url undefined: there is none, said loudly
 */
export async function testPostgres(env) {
  const none = { url: undefined, stop: async () => {} };
  if (env.TEST_DATABASE_URL) return { url: env.TEST_DATABASE_URL, stop: async () => {} };
  if (findPrograms() === undefined && isDebianRoot()) {
    console.log('Installing PostgreSQL with apt-get ...');
    await installDebianPackages(['postgresql']);
  }
  const programs = findPrograms();
  const account = accountToRunAs();
  if (programs === undefined || account === undefined) {
    sayItIsMissing(programs === undefined ? 'initdb was not found' : 'no account but root was found');
    return none;
  }
  try {
    const cluster = await startCluster(programs, account);
    console.log(`A private PostgreSQL answers at ${cluster.url}`);
    return cluster;
  } catch (error) {
    sayItIsMissing(error.message);
    return none;
  }
}
