import { createHash, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

export const HELP = `npm run sandbox [-- --json]

  The sandbox of MDES Token Connect and Click to Pay alone, for a client or a portal of your own.
  It makes demo keys on the first start, prints the values to configure, and stays until Ctrl-C.

  --json    the values as one line of JSON on standard output, once it is ready; everything else goes
            to standard error (npm's own lines go away with npm run -s)
  --help    this text

  SANDBOX_PORT   where it listens on 127.0.0.1 (4010)
  DATA_DIR       keys, state and journal (.data)
  SANDBOX_SEED   any text: the same requests in the same order get the same answers, and nothing is kept
  SANDBOX_CLOCK  a time such as 2026-11-22T10:00:00Z at which its clock stands still

  Guide:    docs/token-connect-for-developers.md
  Example:  sandbox/examples/push-a-card.mjs
`;

/**
 * @param {readonly string[]} args
 * @returns {{ help: boolean, json: boolean }}
 * @throws {Refusal} when one of them is unknown
 */
export function sandboxArguments(args) {
  const known = ['--json', '--help', '-h'];
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown !== undefined)
    throw new Refusal(`npm run sandbox does not know ${unknown}: it takes --json and --help.`);
  return { help: args.includes('--help') || args.includes('-h'), json: args.includes('--json') };
}

const digest = (algorithm, der) => createHash(algorithm).update(der).digest('hex');

/**
 * What a client has to be given to talk to this sandbox.
 * @param {Record<string, string>} env
 * @param {string} origin
 */
export async function sandboxConfiguration(env, origin) {
  const certificate = new X509Certificate(await readFile(env.MDES_ENCRYPTION_CERT_FILE));
  const spki = certificate.publicKey.export({ type: 'spki', format: 'der' });
  const sha256 = digest('sha256', certificate.raw);
  return {
    environment: {
      MDES_BASE_URL: `${origin}/mdes`,
      MDES_CONSUMER_KEY: env.MDES_CONSUMER_KEY,
      MDES_SIGNING_KEY_FILE: env.MDES_SIGNING_KEY_FILE,
      MDES_SIGNING_KEY_PASSWORD: env.MDES_SIGNING_KEY_PASSWORD,
      MDES_SIGNING_KEY_ALIAS: env.MDES_SIGNING_KEY_ALIAS,
      MDES_ENCRYPTION_CERT_FILE: env.MDES_ENCRYPTION_CERT_FILE,
      MDES_ENCRYPTION_FINGERPRINT: sha256,
      MDES_JWS_KEYS_FILE: env.MDES_JWS_KEYS_FILE,
      TOKEN_REQUESTOR_HOSTS: new URL(origin).host,
    },
    fingerprints: {
      certificateSha256: sha256,
      certificateSha1: digest('sha1', certificate.raw),
      publicKeySha256: digest('sha256', spki),
      publicKeySha1: digest('sha1', spki),
    },
    clientsFolder: join(env.DATA_DIR, 'keys', 'clients'),
    clickToPay: `${origin}/provision`,
    jwks: `${origin}/__sandbox/jwks.json`,
    openapi: `${origin}/__sandbox/openapi.json`,
    guide: `${origin}/__sandbox/docs/token-connect`,
    journal: `${origin}/__sandbox/`,
  };
}

/** @param {Awaited<ReturnType<typeof sandboxConfiguration>>} values the same, to read and to copy into a shell */
export function configurationWords(values) {
  const lines = Object.entries(values.environment).map(([name, value]) => `  export ${name}='${value}'`);
  return `
A client or a portal that shall talk to this sandbox is configured with (demo keys, worthless elsewhere):

${lines.join('\n')}

  Any other fingerprint of the certificate or its public key, SHA-1 or SHA-256, does as well.
  A client with keys of its own: POST to the control API (sandbox/README.md), or a file in
    ${values.clientsFolder}:
    { "consumerKey": "...", "publicKeyPem": "...", "name": "..." }

  Keys that sign what it returns   ${values.jwks}
  The API in OpenAPI 3.1           ${values.openapi}
  Every check, and what to look at ${values.guide}
  What it received and answered    ${values.journal}

  A first card, from another terminal with the lines above:   node sandbox/examples/push-a-card.mjs

  Ctrl-C stops it.
`;
}
