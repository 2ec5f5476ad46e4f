import { createPublicKey, generateKeyPair, randomBytes } from 'node:crypto';
import { access, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import forge from 'node-forge';
import { writePrivateFile } from './private-file.mjs';

const newKeyPair = promisify(generateKeyPair);
const VALID_DAYS = 3650;

/** What must be there together: when one file of a group is missing, the whole group is made anew. */
const GROUPS = {
  signing: ['portal-signing.p12', 'portal-signing-public.pem', 'clients/portal.json'],
  encryption: ['sandbox-encryption-key.pem', 'sandbox-encryption-cert.pem'],
  jws: ['sandbox-jws-key.pem', 'sandbox-jws-kid.txt', 'sandbox-jwks.json'],
};

/** RSA by node:crypto: the certificate library would need seconds for the same key. */
async function rsaKeyPair() {
  const { privateKey, publicKey } = await newKeyPair('rsa', { modulusLength: 2048, publicExponent: 0x10001 });
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }),
  };
}

/**
 * @param {{ privatePem: string, publicPem: string }} pair
 * @param {string} commonName
 */
function selfSignedCertificate(pair, commonName) {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicPem);
  // Positive and not zero, RFC 5280 section 4.1.2.2.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = new Date(Date.now() - 60_000);
  certificate.validity.notAfter = new Date(Date.now() + VALID_DAYS * 86_400_000);
  const name = [
    { name: 'commonName', value: commonName },
    { name: 'organizationName', value: 'Demo key, worthless outside this machine' },
  ];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(forge.pki.privateKeyFromPem(pair.privatePem), forge.md.sha256.create());
  return certificate;
}

/** @param {string} dir @param {{ consumerKey: string, password: string, alias: string, bank: string }} identity */
async function writeSigningKeys(dir, { consumerKey, password, alias, bank }) {
  const pair = await rsaKeyPair();
  const store = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(pair.privatePem),
    [selfSignedCertificate(pair, `${bank} demo signing key`)],
    password,
    { friendlyName: alias, algorithm: 'aes256', generateLocalKeyId: true },
  );
  const bytes = Buffer.from(forge.asn1.toDer(store).getBytes(), 'binary');
  await writePrivateFile(join(dir, 'portal-signing.p12'), bytes);
  await writePrivateFile(join(dir, 'portal-signing-public.pem'), pair.publicPem);
  await writeClient(dir, { consumerKey, publicKeyPem: pair.publicPem, name: bank });
}

/** What the sandbox knows of the portal. */
const writeClient = (dir, client) =>
  writePrivateFile(join(dir, 'clients', 'portal.json'), `${JSON.stringify(client, null, 2)}\n`);

/** The keys stay when the bank takes another brand; its name does not. */
async function renameClient(dir, bank) {
  const client = JSON.parse(await readFile(join(dir, 'clients', 'portal.json'), 'utf8'));
  if (client.name !== bank) await writeClient(dir, { ...client, name: bank });
}

/** @param {string} dir */
async function writeEncryptionKeys(dir) {
  const pair = await rsaKeyPair();
  const certificate = selfSignedCertificate(pair, 'Token Connect sandbox payload encryption');
  await writePrivateFile(join(dir, 'sandbox-encryption-key.pem'), pair.privatePem);
  const pem = forge.pki.certificateToPem(certificate).replaceAll('\r\n', '\n');
  await writePrivateFile(join(dir, 'sandbox-encryption-cert.pem'), pem);
}

/** @param {string} dir */
async function writeJwsKeys(dir) {
  const pair = await rsaKeyPair();
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const kid = `${stamp}-MDES-token-connect-sim`;
  const { kty, n, e } = createPublicKey(pair.publicPem).export({ format: 'jwk' });
  const jwks = { keys: [{ kty, n, e, kid, alg: 'RS256', use: 'sig' }] };
  await writePrivateFile(join(dir, 'sandbox-jws-key.pem'), pair.privatePem);
  await writePrivateFile(join(dir, 'sandbox-jws-kid.txt'), `${kid}\n`);
  await writePrivateFile(join(dir, 'sandbox-jwks.json'), `${JSON.stringify(jwks, null, 2)}\n`);
}

/** @param {string} dir @param {string[]} files */
async function isComplete(dir, files) {
  const found = await Promise.all(
    files.map((file) =>
      access(join(dir, file)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
}

/**
 * Generates the demo's key material where it is missing, and nothing else. The caller holds the lock of the folder.
 * The old files of an incomplete group go first, so that an interruption can never leave a key beside the
 * certificate of another one.
 * @param {string} dir the keys folder, absolute
 * @param {{ consumerKey: string, password: string, alias: string, bank: string }} identity `bank`: what the sandbox calls it
 * @param {{ renewSigning?: boolean }} [options] `renewSigning`: the password of the old key store is lost
 */
export async function ensureDemoKeys(dir, identity, { renewSigning = false } = {}) {
  await mkdir(join(dir, 'clients'), { recursive: true, mode: 0o700 });
  const makers = { signing: writeSigningKeys, encryption: writeEncryptionKeys, jws: writeJwsKeys };
  for (const [group, files] of Object.entries(GROUPS)) {
    if (!(group === 'signing' && renewSigning) && (await isComplete(dir, files))) continue;
    await Promise.all(files.map((file) => rm(join(dir, file), { force: true })));
    await makers[group](dir, identity);
  }
  await renameClient(dir, identity.bank);
}
