import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runToEnd, startProcess } from './child-process.mjs';
import { ensureChromium } from './chromium.mjs';
import { freePort } from './ports.mjs';
import { Refusal } from './refusal.mjs';
import { waitForHealth } from './wait-for-health.mjs';

const WATCH_PARENT = new URL('./parent-watch.mjs', import.meta.url).href;
const START = fileURLToPath(new URL('./start.mjs', import.meta.url));
/** A build, when there is none yet, is part of it. */
const READY_MS = 8 * 60_000;
/** The journeys run against the demo as it comes, whatever the caller's shell is set up for. */
const OURS =
  /^(APP_MODE|PORT|PORTAL_|SANDBOX_|DATABASE_URL|DATA_|MDES_|CLICK_TO_PAY_|TOKEN_REQUESTOR_|AUTH_|OIDC_|BRAND_FILE|CODE_DELIVERY_URL|SESSION_|TRUSTED_PROXIES|OPS_PORT|SIGN_IN_|NODE_ENV|NEXT)/;

/** @param {string} root @param {string} dataDir */
async function startBank(root, dataDir) {
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  const env = {
    ...Object.fromEntries(inherited),
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATA_DIR: dataDir,
  };
  const bank = startProcess(process.execPath, ['--import', WATCH_PARENT, START], {
    cwd: root,
    env,
    tiedToParent: true,
    onLine: (line) => console.log(`  bank | ${line}`),
  });
  let ended = false;
  void bank.exited.then(() => (ended = true));
  const where = { port, path: '/api/health/ready', host: `localhost:${port}` };
  const ready = await waitForHealth(where, { limitMs: READY_MS, given: () => ended });
  if (!ready) {
    await bank.stop(20_000);
    throw new Refusal('The journeys were not run: the bank did not start, see above.');
  }
  return {
    portalUrl: `http://localhost:${port}`,
    sandboxUrl: `http://127.0.0.1:${sandboxPort}`,
    stop: () => bank.stop(25_000),
  };
}

/**
 * Runs Playwright against the portal of PORTAL_URL, or against a bank of its own: free ports, an empty data folder,
 * both gone at the end. The programs' logs of a failed run are kept in test-results/.
 * @param {{ root: string, args?: string[], reportPath?: string }} what `reportPath`: where the JSON report goes
 * @returns {Promise<number>} Playwright's exit code, or 1 when the bank did not stop cleanly
 * @throws {Refusal} when there is no browser, or the bank did not start
 */
export async function runJourneys({ root, args = [], reportPath }) {
  const browser = await ensureChromium(root, process.env);
  if (!browser) throw new Refusal('The journeys were not run: there is no browser.');
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-journeys-'));
  const running = process.env.PORTAL_URL
    ? {
        portalUrl: process.env.PORTAL_URL,
        sandboxUrl: process.env.SANDBOX_URL ?? 'http://127.0.0.1:4010',
        stop: async () => 0,
      }
    : await startBank(root, dataDir);
  const env = {
    ...process.env,
    PORTAL_URL: running.portalUrl,
    SANDBOX_URL: running.sandboxUrl,
    ...(browser.path === undefined ? {} : { CHROMIUM_PATH: browser.path }),
    ...(reportPath === undefined ? {} : { E2E_REPORT: reportPath }),
  };
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  try {
    const { code } = await runToEnd(process.execPath, [cli, 'test', ...args], { cwd: root, env });
    const stopCode = await running.stop();
    if (stopCode !== 0) console.error(`The bank ended with exit code ${stopCode} when it was told to stop.`);
    if (code !== 0)
      await cp(join(dataDir, 'logs'), join(root, 'test-results', 'logs'), {
        recursive: true,
        force: true,
      }).catch(() => {});
    return code || stopCode;
  } finally {
    await running.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
