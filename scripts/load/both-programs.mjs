import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from '../child-process.mjs';
import { freePort } from '../ports.mjs';
import { projectRoot } from '../project-root.mjs';
import { Refusal } from '../refusal.mjs';
import { programBelow, residentMebibytes } from './resident-memory.mjs';

const BUNDLES = ['server.mjs', 'sandbox.mjs'];

/**
 * Portal and sandbox as `npm start` runs them, on free ports and in a folder of their own.
 * @param {NodeJS.ProcessEnv} env
 */
export async function startBothPrograms(env) {
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-load-'));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const own = {
    ...env,
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATA_DIR: dataDir,
    APP_MODE: 'demo',
  };
  for (const name of ['MDES_BASE_URL', 'PORTAL_ORIGIN', 'DATABASE_URL']) delete own[name];
  let program = await started(own);
  return {
    portal: `http://localhost:${port}`,
    sandbox: `http://127.0.0.1:${sandboxPort}`,
    async memory() {
      const found = await residentMebibytes(program.pid, BUNDLES);
      return { portal: found['server.mjs'], sandbox: found['sandbox.mjs'] };
    },
    /** Kills both without warning and starts them again where they were. */
    async killAndStart() {
      const found = await Promise.all(BUNDLES.map((bundle) => programBelow(program.pid, bundle)));
      for (const { pid } of found) process.kill(pid, 'SIGKILL');
      await program.exited;
      program = await started(own);
    },
    async stop() {
      await program.stop(30_000);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** @param {NodeJS.ProcessEnv} env @returns {Promise<ReturnType<typeof startProcess>>} once the bank is open */
async function started(env) {
  let ready = () => {};
  const open = new Promise((resolve) => (ready = resolve));
  const lines = [];
  const program = startProcess(process.execPath, [join(projectRoot, 'scripts', 'start.mjs')], {
    cwd: projectRoot,
    env,
    onLine: (line) => {
      lines.push(line);
      if (line.includes('The bank is open')) ready('ready');
    },
  });
  const first = await Promise.race([open, program.exited]);
  if (first !== 'ready') throw new Refusal(`The programs did not start:\n${lines.join('\n')}`);
  return program;
}
