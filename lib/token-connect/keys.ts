import { createHash, createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import forge from 'node-forge';

/** A key or certificate file is unusable; says which and why, never a password or a byte of it. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

export interface SigningKeySource {
  /** PKCS#12 as Mastercard hands it out, or PEM. */
  file: string;
  password?: string;
  /** Which key of a PKCS#12 file, by its friendly name; the only one when absent. */
  alias?: string;
}

export interface EncryptionCertificate {
  pem: string;
  /** Over the DER form, lower-case hex. */
  sha256Fingerprint: string;
  notAfter: Date;
  subject: string;
}

const loaded = new Map<string, KeyObject>();

/**
 * The private key that signs requests, as a KeyObject: parsing it for every call costs more than signing does.
 * Read once per content of the file, so that a replaced file is noticed.
 * @throws {KeyFileError} when unreadable, not RSA, or shorter than the 2048 bits Mastercard asks for.
 */
export function loadSigningKey(source: SigningKeySource): KeyObject {
  const content = readKeyFile(source.file);
  const identity = createHash('sha256')
    .update(JSON.stringify([source.file, source.alias ?? '', source.password ?? '']))
    .update(content)
    .digest('base64');
  const known = loaded.get(identity);
  if (known) return known;
  const key = isPem(content) ? keyFromPem(source, content) : keyFromPkcs12(source, content);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < 2048) {
    throw new KeyFileError(`${source.file}: the signing key must be RSA with 2048 bits or more`);
  }
  loaded.set(identity, key);
  return key;
}

/**
 * The certificate for which payloads are encrypted. Its dates are returned, not judged: the one of Mastercard's
 * sandbox expired in 2020 and is in use (spec section 3.3).
 * @throws {KeyFileError} when unreadable or not RSA.
 */
export function loadEncryptionCertificate(file: string): EncryptionCertificate {
  const content = readKeyFile(file);
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(content);
  } catch (cause) {
    throw new KeyFileError(`${file}: not a certificate in PEM or DER form`, { cause });
  }
  if (certificate.publicKey.asymmetricKeyType !== 'rsa') {
    throw new KeyFileError(`${file}: the certificate must hold an RSA key`);
  }
  return {
    pem: certificate.toString(),
    sha256Fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    notAfter: new Date(certificate.validTo),
    subject: certificate.subject.replaceAll('\n', ', '),
  };
}

/** Whether others than the owner can read a key file (never so on Windows, which has no such bits). */
export function isReadableByOthers(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & 0o004) !== 0;
}

function readKeyFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreadable';
    throw new KeyFileError(`${file}: cannot be read (${code})`, { cause });
  }
}

function isPem(content: Buffer): boolean {
  return content.includes('-----BEGIN');
}

function keyFromPem({ file, password }: SigningKeySource, content: Buffer): KeyObject {
  try {
    return createPrivateKey(password === undefined ? content : { key: content, passphrase: password });
  } catch {
    throw new KeyFileError(`${file}: no private key in this PEM, or another password`);
  }
}

function keyFromPkcs12(source: SigningKeySource, content: Buffer): KeyObject {
  const bags = openPkcs12(source, content);
  const named = bags.filter((bag) => source.alias === undefined || friendlyName(bag) === source.alias);
  const names = bags.map((bag) => friendlyName(bag) ?? '(no name)').join(', ');
  const [bag] = named;
  if (!bag?.key) throw new KeyFileError(`${source.file}: no key with this alias; it holds: ${names}`);
  if (named.length > 1)
    throw new KeyFileError(`${source.file}: several keys, set the alias; it holds: ${names}`);
  return createPrivateKey(forge.pki.privateKeyToPem(bag.key));
}

function openPkcs12({ file, password }: SigningKeySource, content: Buffer): forge.pkcs12.Bag[] {
  try {
    const asn1 = forge.asn1.fromDer(forge.util.createBuffer(content.toString('binary')));
    const store = forge.pkcs12.pkcs12FromAsn1(asn1, false, password ?? '');
    const { pkcs8ShroudedKeyBag, keyBag } = forge.pki.oids;
    return [pkcs8ShroudedKeyBag, keyBag].flatMap((type) =>
      type === undefined ? [] : (store.getBags({ bagType: type })[type] ?? []),
    );
  } catch {
    throw new KeyFileError(`${file}: not a PKCS#12 file, or another password`);
  }
}

function friendlyName(bag: forge.pkcs12.Bag): string | undefined {
  const attributes: unknown = bag.attributes;
  const names: unknown = Reflect.get(Object(attributes), 'friendlyName');
  const first: unknown = Array.isArray(names) ? names[0] : undefined;
  return typeof first === 'string' ? first : undefined;
}
