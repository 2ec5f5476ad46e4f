import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { prepareDataDir } from './data-dir.mjs';
import { withFileLock } from './file-lock.mjs';
import { parsePort } from './ports.mjs';
import { writePrivateFile } from './private-file.mjs';
import { Refusal } from './refusal.mjs';

const KEY_ALIAS = 'portal-signing';
const IDENTITY = ['consumerKey', 'signingKeyPassword'];
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** By this beginning production knows a generated value and refuses it (lib/config/env-schema.ts, server/demo-faults.ts). */
const DEMO_MARK = 'demo-';

/** Shaped as Mastercard's: client id of 48 characters, `!`, key id of 48 hexadecimal digits. */
function newConsumerKey() {
  // 64 letters: six bits of each byte pick one without a bias.
  const letters = Array.from(randomBytes(48), (byte) => ALPHABET.charAt(byte & 63)).join('');
  return `${DEMO_MARK}${letters.slice(DEMO_MARK.length)}!${randomBytes(24).toString('hex')}`;
}

const MAKERS = {
  consumerKey: newConsumerKey,
  signingKeyPassword: () => randomBytes(18).toString('base64url'),
  authSecret: () => `${DEMO_MARK}${randomBytes(32).toString('base64url')}`,
  // The mark takes five of the 32 bytes; 216 random bits are left.
  dataKey: () => Buffer.concat([Buffer.from(DEMO_MARK), randomBytes(27)]).toString('base64'),
};

/** @param {string} path @returns {Promise<Record<string, string>>} */
async function readSecrets(path) {
  const text = await readFile(path, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(`${path} is not JSON: restore it, or set DATA_DIR to a new folder.`);
  }
}

/** What the sandbox calls the bank. A brand file that is none is refused by the portal, which can say why. */
async function bankName(env, root) {
  try {
    const { name } = JSON.parse(
      await readFile(env.BRAND_FILE || join(root, 'brands', 'partner-bank.json'), 'utf8'),
    );
    return String(name);
  } catch {
    return 'Partner Bank';
  }
}

/**
 * @param {string} dataDir
 * @param {boolean} withSandbox whether the sandbox of this machine answers, and therefore needs keys
 * @param {string} bank its name
 */
async function ensureSecrets(dataDir, withSandbox, bank) {
  return withFileLock(join(dataDir, '.generating'), async () => {
    const path = join(dataDir, 'secrets.json');
    const known = await readSecrets(path);
    const wanted = Object.keys(MAKERS).filter((name) => withSandbox || !IDENTITY.includes(name));
    const missing = wanted.filter((name) => typeof known[name] !== 'string');
    const made = Object.fromEntries(missing.map((name) => [name, MAKERS[name]()]));
    const secrets = { ...known, ...made };
    if (withSandbox) {
      // Loaded late: before the packages are installed this module must still be importable.
      const { ensureDemoKeys } = await import('./demo-keys.mjs');
      const identity = {
        consumerKey: secrets.consumerKey,
        password: secrets.signingKeyPassword,
        alias: KEY_ALIAS,
        bank,
      };
      const renewSigning = IDENTITY.some((name) => missing.includes(name));
      // The secrets follow the keys that they open: interrupted in between, the next start renews both.
      await ensureDemoKeys(join(dataDir, 'keys'), identity, { renewSigning });
    }
    if (missing.length > 0) await writePrivateFile(path, `${JSON.stringify(secrets, null, 2)}\n`);
    return secrets;
  });
}

/**
 * Where everything of a demo lives, read from `env` alone: nothing is generated or touched.
 * @param {Record<string, string | undefined>} env
 * @param {{ root: string }} options
 */
export function demoAddresses(env, { root }) {
  const port = parsePort(env.PORT, 'PORT', 3000);
  const sandboxPort = parsePort(env.SANDBOX_PORT, 'SANDBOX_PORT', 4010);
  const sandboxBaseUrl = `http://127.0.0.1:${sandboxPort}/mdes`;
  const baseUrl = (env.MDES_BASE_URL || sandboxBaseUrl).replace(/\/+$/, '');
  return {
    port,
    sandboxPort,
    portalOrigin: env.PORTAL_ORIGIN || `http://localhost:${port}`,
    sandboxOrigin: `http://127.0.0.1:${sandboxPort}`,
    baseUrl,
    /** Pointed at anything else than the default, the sandbox is not started and no MDES_ value is made up. */
    withSandbox: baseUrl === sandboxBaseUrl,
    dataDir: resolve(root, env.DATA_DIR || '.data'),
  };
}

/** @param {string} dataDir @param {Record<string, string>} secrets @param {Record<string, string | undefined>} env */
function mdesDefaults(dataDir, secrets, env) {
  const keys = join(dataDir, 'keys');
  const signing = {
    MDES_SIGNING_KEY_FILE: join(keys, 'portal-signing.p12'),
    MDES_SIGNING_KEY_PASSWORD: secrets.signingKeyPassword,
    MDES_SIGNING_KEY_ALIAS: KEY_ALIAS,
  };
  return {
    MDES_CONSUMER_KEY: secrets.consumerKey,
    MDES_ENCRYPTION_CERT_FILE: join(keys, 'sandbox-encryption-cert.pem'),
    MDES_JWS_KEYS_FILE: join(keys, 'sandbox-jwks.json'),
    // The password and the alias of our key file say nothing about somebody else's.
    ...(env.MDES_SIGNING_KEY_FILE ? {} : signing),
  };
}

/**
 * `env` completed with the demo's defaults: what is set stays, what is unset (or empty) is filled, and secrets and
 * keys are generated in DATA_DIR exactly once, readable by this account only.
 * @param {Record<string, string | undefined>} env
 * @param {{ root: string }} options
 * @returns {Promise<Record<string, string>>}
 * @throws {Refusal} when DATA_DIR cannot be written or a port is no number
 */
export async function demoEnvironment(env, { root }) {
  const at = demoAddresses(env, { root });
  await prepareDataDir(at.dataDir);
  const secrets = await ensureSecrets(at.dataDir, at.withSandbox, await bankName(env, root));
  const defaults = {
    APP_MODE: 'demo',
    PORT: String(at.port),
    PORTAL_ORIGIN: at.portalOrigin,
    SANDBOX_PORT: String(at.sandboxPort),
    MDES_BASE_URL: at.baseUrl,
    AUTH_SECRET: secrets.authSecret,
    DATA_KEY: secrets.dataKey,
    NEXT_TELEMETRY_DISABLED: '1',
    STEP_UP_POLICY_FILE: join(root, 'docs', 'examples', 'step-up-policy.json'),
    ...(at.withSandbox ? mdesDefaults(at.dataDir, secrets, env) : {}),
  };
  const set = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  return { ...defaults, ...Object.fromEntries(set), DATA_DIR: at.dataDir };
}
