import {
  constants,
  createCipheriv,
  createHash,
  publicEncrypt,
  randomBytes,
  randomUUID,
  sign,
  type KeyObject,
} from 'node:crypto';

/**
 * A bank for tests: signs and encrypts with `node:crypto`, written apart from the sandbox's verifier and from the
 * portal's client, so that neither can agree with itself.
 */

export interface EncryptOptions {
  readonly publicKey: KeyObject;
  readonly fingerprint: string;
  readonly mode?: 'CBC' | 'GCM';
  readonly oaep?: 'SHA256' | 'SHA512';
  readonly bits?: 128 | 256;
  readonly aad?: string;
  readonly zeroIv?: true;
}

/** `encryptedPayload` around a value (spec 3.2). */
export function encrypt(value: unknown, options: EncryptOptions): Record<string, string> {
  const { mode = 'CBC', oaep = 'SHA512', bits = 128 } = options;
  const key = randomBytes(bits / 8);
  const ivBytes = mode === 'CBC' ? 16 : 12;
  const iv = options.zeroIv ? Buffer.alloc(ivBytes) : randomBytes(ivBytes);
  const plain = Buffer.from(JSON.stringify(value));
  const wrapped = publicEncrypt(
    { key: options.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: oaep.toLowerCase() },
    key,
  );
  const common = {
    publicKeyFingerprint: options.fingerprint,
    encryptedKey: wrapped.toString('hex'),
    oaepHashingAlgorithm: oaep,
    ...(options.zeroIv ? {} : { iv: iv.toString('hex') }),
  };
  if (mode === 'CBC') {
    const cipher = createCipheriv(bits === 128 ? 'aes-128-cbc' : 'aes-256-cbc', key, iv);
    return {
      encryptedData: Buffer.concat([cipher.update(plain), cipher.final()]).toString('hex'),
      ...common,
    };
  }
  const cipher = createCipheriv(bits === 128 ? 'aes-128-gcm' : 'aes-256-gcm', key, iv);
  if (options.aad !== undefined) cipher.setAAD(Buffer.from(options.aad, 'hex'));
  const encryptedData = Buffer.concat([cipher.update(plain), cipher.final()]).toString('hex');
  const tag = cipher.getAuthTag().toString('hex');
  return {
    encryptedData,
    ...common,
    algorithmCipherMode: 'GCM',
    tag,
    ...(options.aad !== undefined && { aad: options.aad }),
  };
}

export interface SignOptions {
  readonly consumerKey: string;
  readonly privateKey: KeyObject;
  readonly form?: 'rfc5849' | 'signer-library';
  readonly nonce?: string;
  readonly timestamp?: number;
  /** Changes parameters after they were hashed and before or after they are signed. */
  readonly alter?: (parameters: Map<string, string>) => void;
}

function percent(text: string): string {
  let out = '';
  for (const byte of Buffer.from(text)) {
    const char = String.fromCharCode(byte);
    out += /[A-Za-z0-9\-._~]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

/** An Authorization header, in the form of RFC 5849 or of Mastercard's JavaScript signer. */
export function authorization(method: string, address: string, body: string, options: SignOptions): string {
  const { form = 'signer-library' } = options;
  const parameters = new Map([
    ['oauth_body_hash', createHash('sha256').update(body).digest('base64')],
    ['oauth_consumer_key', options.consumerKey],
    ['oauth_nonce', options.nonce ?? randomBytes(8).toString('hex')],
    ['oauth_signature_method', 'RSA-SHA256'],
    ['oauth_timestamp', String(options.timestamp ?? Math.floor(Date.now() / 1000))],
    ['oauth_version', '1.0'],
  ]);
  const strict = form === 'rfc5849';
  const value = (text: string) => (strict ? percent(text) : text);
  const list = [...parameters].map(([name, text]) => `${name}=${value(text)}`).join('&');
  const base = [method, percent(address), percent(list)].join('&');
  const signature = sign('sha256', Buffer.from(base), options.privateKey).toString('base64');
  options.alter?.(parameters);
  const header = [...parameters].map(([name, text]) => `${name}="${value(text)}"`);
  return `OAuth ${[...header, `oauth_signature="${percent(signature)}"`].join(',')}`;
}

/** A funding account around a card number, as a bank would send it (spec 3.4). */
export function account(accountNumber: string, more: { id?: string; holder?: object | null } = {}) {
  const holder = {
    accountHolderName: 'ELENA NOVAK',
    accountHolderAddress: { line1: '1 Pier Road', city: 'Leith', postalCode: 'EH6 6AA', country: 'GBR' },
    accountHolderEmailAddress: 'elena.novak@example.com',
    accountHolderMobilePhoneNumber: { countryDialInCode: '44', phoneNumber: '7700900188' },
  };
  return {
    pushAccountId: more.id ?? `CA-${randomUUID().replaceAll('-', '')}`,
    fundingAccountData: {
      cardAccountData: { accountNumber, expiryMonth: '12', expiryYear: '40' },
      ...(more.holder !== null && { accountHolderData: more.holder ?? holder }),
    },
  };
}
