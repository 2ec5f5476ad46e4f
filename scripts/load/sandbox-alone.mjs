import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import encryption from 'mastercard-client-encryption';
import oauth from 'mastercard-oauth1-signer';
import forge from 'node-forge';
import { startProcess } from '../child-process.mjs';
import { freePort } from '../ports.mjs';
import { projectRoot } from '../project-root.mjs';
import { Refusal } from '../refusal.mjs';
import { PaperBrowser } from './paper-browser.mjs';
import { residentMebibytes } from './resident-memory.mjs';

/** `npm run sandbox -- --json` on a free port and in a folder of its own. @param {NodeJS.ProcessEnv} env */
export async function startSandboxAlone(env) {
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-load-'));
  const own = { ...env, SANDBOX_PORT: String(await freePort()), DATA_DIR: dataDir };
  let tell = () => {};
  const told = new Promise((resolve) => (tell = resolve));
  const program = startProcess(process.execPath, [join(projectRoot, 'scripts', 'sandbox.mjs'), '--json'], {
    cwd: projectRoot,
    env: own,
    onLine: (line) => line.startsWith('{') && tell(JSON.parse(line)),
  });
  const first = await Promise.race([told, program.exited]);
  if (typeof first === 'number')
    throw new Refusal(`The sandbox did not start:\n${program.lastLines().join('\n')}`);
  return {
    ...first,
    memory: async () => ({ sandbox: (await residentMebibytes(program.pid, ['sandbox.mjs']))['sandbox.mjs'] }),
    async stop() {
      await program.stop(10_000);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A test card of its own for each number: 512345, everyday debit, simply added, five digits, check digit. */
function cardNumber(index) {
  const body = `5123450000${String(index % 100_000).padStart(5, '0')}`;
  const sum = [...body].reverse().reduce((total, char, at) => {
    const digit = Number(char) * (at % 2 === 0 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/**
 * A bank made of Mastercard's own libraries, and the person it sends: push, hand-over, Continue, return.
 * @param {Awaited<ReturnType<typeof startSandboxAlone>>} sandbox
 * @returns {Promise<(index: number) => Promise<string>>} the word that Click to Pay returns with
 */
export async function bankAndPerson({ environment: env }) {
  const bagType = forge.pki.oids.pkcs8ShroudedKeyBag;
  const store = forge.asn1.fromDer((await readFile(env.MDES_SIGNING_KEY_FILE)).toString('binary'));
  const [bag] = forge.pkcs12.pkcs12FromAsn1(store, env.MDES_SIGNING_KEY_PASSWORD).getBags({ bagType })[
    bagType
  ];
  const key = forge.pki.privateKeyToPem(bag.key);
  const example = new URL('../../sandbox/examples/field-level-encryption.json', import.meta.url);
  const library = new encryption.FieldLevelEncryption({
    ...JSON.parse(await readFile(example, 'utf8')),
    encryptionCertificate: env.MDES_ENCRYPTION_CERT_FILE,
    publicKeyFingerprint: env.MDES_ENCRYPTION_FINGERPRINT,
  });
  const url = `${env.MDES_BASE_URL}/connect/1/0/pushMultipleAccounts`;
  return async (index) => {
    const cardAccountData = { accountNumber: cardNumber(index), expiryMonth: '12', expiryYear: '40' };
    const accountHolderData = { accountHolderEmailAddress: `load-${index}@example.com` };
    const encryptedData = [
      { pushAccountId: '1', fundingAccountData: { cardAccountData, accountHolderData } },
    ];
    const signatureData = {
      callbackURL: 'http://127.0.0.1:9/back',
      accountHolderDataSupplied: true,
      locale: 'en_US',
    };
    const clear = { pushFundingAccounts: { encryptedPayload: { encryptedData } }, signatureData };
    const sealed = library.encrypt('/push', {}, clear).body;
    const body = JSON.stringify({ requestId: randomUUID(), tokenRequestorId: '50123197928', ...sealed });
    const authorization = oauth.getAuthorizationHeader(url, 'POST', body, env.MDES_CONSUMER_KEY, key);
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await (await fetch(url, { method: 'POST', body, headers })).json();
    const browser = new PaperBrowser({ stopAt: 'http://127.0.0.1:9' });
    await browser.open(
      `${env.MDES_BASE_URL.replace('/mdes', '/provision')}?pushAccountData=${answer.signature}`,
    );
    await browser.press(/^Continue/);
    await browser.follow(/^Return to/);
    const { searchParams } = new URL(browser.url);
    const receipt = answer.pushAccountReceipts[0].pushAccountReceipt;
    return searchParams.get(`results[${receipt}]`)?.split('|')[0] ?? 'nothing';
  };
}
