import { constants, createCipheriv, publicEncrypt, randomBytes } from 'node:crypto';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import type { CheckName } from '@/sandbox/token-connect/checklist';
import { maker, type Base, type Provocation } from './provoke';
import { account } from './test-bank';
import { encryptionKeys, otherBankKeys } from './test-keys';

/** A card that is simply added. */
export const CARD = testCardNumber('0', '000', 1);

/** The right call of a push. */
export interface PushBase extends Base {
  /** A body around these accounts. */
  readonly around: (
    accounts: readonly unknown[],
    more?: object,
    encryption?: object,
  ) => Record<string, unknown>;
  readonly member: 'pushFundingAccounts' | 'pushFundingAccount';
}

/** A body whose encrypted payload has other members. */
function spoilt(base: PushBase, members: Record<string, unknown>): { body: Record<string, unknown> } {
  const body = base.around([account(CARD)]);
  const funding = body[base.member] as { encryptedPayload: Record<string, unknown> };
  return {
    body: { ...body, [base.member]: { encryptedPayload: { ...funding.encryptedPayload, ...members } } },
  };
}

const OAEP = constants.RSA_PKCS1_OAEP_PADDING;

function wrapped(padding: number, oaepHash?: string, key = encryptionKeys().publicKey): string {
  const options = { key, padding, ...(oaepHash !== undefined && { oaepHash }) };
  return publicEncrypt(options, randomBytes(16)).toString('hex');
}

/** Content that was encrypted with a key that is known, so that it can be spoilt exactly. */
function cbcWith(plain: Buffer, spoil: { pad?: boolean; iv?: Buffer } = {}): Record<string, unknown> {
  const key = randomBytes(16);
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-128-cbc', key, iv);
  if (spoil.pad === false) cipher.setAutoPadding(false);
  const oaep = {
    key: encryptionKeys().publicKey,
    padding: OAEP,
    oaepHash: 'sha512',
  };
  return {
    encryptedData: Buffer.concat([cipher.update(plain), cipher.final()]).toString('hex'),
    encryptedKey: publicEncrypt(oaep, key).toString('hex'),
    iv: (spoil.iv ?? iv).toString('hex'),
  };
}

/** Payloads that do not open. */
export function inTheCryptography(base: PushBase): Provocation[] {
  const make = maker(base);
  const refused = (what: string, members: Record<string, unknown>, check: CheckName = 'decryption') =>
    make(what, check, 200, 'CRYPTOGRAPHY_ERROR', spoilt(base, members));
  const content = Buffer.from(JSON.stringify([account(CARD)]));
  const toBlock = Buffer.concat([content, Buffer.alloc(32 - (content.length % 16), 0)]);
  return [
    refused('foreign fingerprint', { publicKeyFingerprint: 'ab'.repeat(32) }, 'fingerprint'),
    refused('no OAEP hash', { oaepHashingAlgorithm: undefined }),
    refused('another OAEP hash', { oaepHashingAlgorithm: 'SHA256' }),
    refused('PKCS#1 v1.5', { encryptedKey: wrapped(constants.RSA_PKCS1_PADDING) }),
    refused('OAEP with SHA-1', { encryptedKey: wrapped(OAEP, 'sha1') }),
    refused('a foreign certificate', { encryptedKey: wrapped(OAEP, 'sha512', otherBankKeys().publicKey) }),
    refused('short key', { encryptedKey: 'ab'.repeat(128) }),
    refused('another IV', cbcWith(content, { iv: randomBytes(16) })),
    refused('no padding', cbcWith(toBlock, { pad: false })),
    refused('no JSON', cbcWith(Buffer.from('this is a plain text and no JSON at all, sorry'))),
    refused('cut data', { encryptedData: 'ab'.repeat(33) }),
    refused('GCM with a wrong tag', {
      algorithmCipherMode: 'GCM',
      iv: 'ab'.repeat(12),
      tag: 'ab'.repeat(16),
    }),
    make(
      'an odd number of hex digits',
      'fields',
      200,
      'INVALID_FIELD_FORMAT',
      spoilt(base, { encryptedKey: 'a'.repeat(33) }),
    ),
    make('IV of GCM in CBC', 'fields', 200, 'INVALID_FIELD_LENGTH', spoilt(base, { iv: 'ab'.repeat(12) })),
    make('unknown mode', 'fields', 200, 'INVALID_FIELD_VALUE', spoilt(base, { algorithmCipherMode: 'ECB' })),
  ];
}

/** Accounts that open and are wrong. */
export function inTheAccounts(base: PushBase): Provocation[] {
  const make = maker(base);
  const card = (members: object) => {
    const good = account(CARD);
    const { cardAccountData } = good.fundingAccountData;
    return {
      ...good,
      fundingAccountData: { ...good.fundingAccountData, cardAccountData: { ...cardAccountData, ...members } },
    };
  };
  const refused = (
    what: string,
    reasonCode: string,
    accounts: readonly unknown[],
    check: CheckName = 'accounts',
  ) => make(what, check, 200, reasonCode, { body: base.around(accounts) });
  return [
    refused('check digit', 'INVALID_FIELD_VALUE', [card({ accountNumber: '5123450000000017' })]),
    refused('month 13', 'INVALID_FIELD_VALUE', [card({ expiryMonth: '13' })]),
    refused('an expired card', 'INVALID_FIELD_VALUE', [card({ expiryMonth: '01', expiryYear: '20' })]),
    refused('month alone', 'MISSING_REQUIRED_FIELD', [card({ expiryYear: undefined })]),
    refused('a member too many', 'UNRECOGNIZED_FIELD', [card({ colour: 'gold' })]),
    refused('a long name', 'INVALID_FIELD_LENGTH', [
      account(CARD, { holder: { accountHolderName: 'N'.repeat(28) } }),
    ]),
    refused('a short country', 'INVALID_FIELD_LENGTH', [
      account(CARD, { holder: { accountHolderAddress: { country: 'GB' } } }),
    ]),
    refused(
      'an ineligible card',
      'ACCOUNT_INELIGIBLE',
      [account(testCardNumber('0', '301', 1))],
      'eligibility',
    ),
    refused('a card of no range', 'ACCOUNT_INELIGIBLE', [account('4111111111111111')], 'eligibility'),
    make('unknown requestor', 'token-requestor', 200, 'INVALID_FIELD_VALUE', {
      body: base.around([account(CARD)], { tokenRequestorId: '99999999999' }),
    }),
  ];
}

/** Failures that test cards play. */
export function played(base: PushBase): Provocation[] {
  const make = maker(base);
  const rows = [
    ['302', 200, 'INTERNAL_SERVICE_FAILURE'],
    ['400', 200, 'AUTHORIZATION_FAILED'],
    ['401', 401, 'DECLINED'],
    ['403', 403, 'AUTHENTICATION_FAILED'],
    ['429', 429, 'RATE_LIMIT_EXCEEDED'],
    ['500', 500, 'INTERNAL_ERROR'],
    ['503', 503, 'SERVICE_UNAVAILABLE'],
    ['504', 504, 'GATEWAY_TIMEOUT'],
  ] as const;
  return rows.map(([code, status, reasonCode]) =>
    make(`test card ${code}`, undefined, status, reasonCode, {
      body: base.around([account(testCardNumber('0', code, 1))]),
    }),
  );
}
