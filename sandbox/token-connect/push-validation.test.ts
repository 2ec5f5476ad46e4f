import { describe, expect, it } from 'vitest';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import { account } from '@/sandbox/testing/test-bank';
import { call, PUSH, pushBody, pushRaw, testSandbox, type PushAnswer } from '@/sandbox/testing/test-sandbox';

const sandbox = testSandbox();
const CARD = testCardNumber('0', '000', 1);
const HARBOUR = '50123456789';
const DAY_MS = 86_400_000;
const url = (length: number) => `https://bank.example/${'x'.repeat(length - 'https://bank.example/'.length)}`;
const iso = (ms: number) => new Date(ms).toISOString();

/** What MDES says first: reason code and field. */
function first(answer: PushAnswer): string {
  const [error] = answer.errors ?? [];
  return error === undefined ? 'ok' : `${error.reasonCode} ${error.description.split(' - ')[1] ?? ''}`.trim();
}

type Change = Record<string, unknown>;
const clear = (change: Change) => pushRaw(sandbox, pushBody([account(CARD)], change));
const signatureData = (change: Change) =>
  clear({ signatureData: { callbackURL: 'https://bank.example/back', locale: 'en_US', ...change } });

/** Pushes one account whose `fundingAccountData` is changed. */
function funding(change: (data: Change) => Change): Promise<PushAnswer> {
  const item = account(CARD);
  return pushRaw(sandbox, pushBody([{ ...item, fundingAccountData: change(item.fundingAccountData) }]));
}
const cardData = (change: Change) =>
  funding((data) => ({
    ...data,
    cardAccountData: { accountNumber: CARD, expiryMonth: '12', expiryYear: '40', ...change },
  }));
const holder = (change: Change) => funding((data) => ({ ...data, accountHolderData: change }));

/** Pushes a payload whose wire fields are changed after encryption. */
function wire(change: (payload: Record<string, string>) => Change): Promise<PushAnswer> {
  const body = pushBody([account(CARD)]);
  const { encryptedPayload } = body['pushFundingAccounts'] as { encryptedPayload: Record<string, string> };
  return pushRaw(sandbox, { ...body, pushFundingAccounts: { encryptedPayload: change(encryptedPayload) } });
}
const without = (name: string) => (payload: Record<string, string>) =>
  Object.fromEntries(Object.entries(payload).filter(([key]) => key !== name));

type Case = readonly [what: string, push: () => Promise<PushAnswer>, expected: string];
const several = (count: number, trid: string) => () =>
  pushRaw(
    sandbox,
    pushBody(
      Array.from({ length: count }, (_u, n) => account(testCardNumber('0', '000', n))),
      { tokenRequestorId: trid },
    ),
  );

const CLEAR_PART: readonly Case[] = [
  ['requestId of 0 characters', () => clear({ requestId: '' }), 'INVALID_FIELD_LENGTH requestId'],
  ['requestId of 64 characters', () => clear({ requestId: 'r'.repeat(64) }), 'ok'],
  [
    'requestId of 65 characters',
    () => clear({ requestId: 'r'.repeat(65) }),
    'INVALID_FIELD_LENGTH requestId',
  ],
  ['requestId missing', () => clear({ requestId: undefined }), 'MISSING_REQUIRED_FIELD requestId'],
  ['requestId as a number', () => clear({ requestId: 7 }), 'INVALID_FIELD_FORMAT requestId'],
  [
    'tokenRequestorId of 10 digits',
    () => clear({ tokenRequestorId: '5012319792' }),
    'INVALID_FIELD_LENGTH tokenRequestorId',
  ],
  [
    'tokenRequestorId of 12 digits',
    () => clear({ tokenRequestorId: '501231979280' }),
    'INVALID_FIELD_LENGTH tokenRequestorId',
  ],
  [
    'tokenRequestorId with a letter',
    () => clear({ tokenRequestorId: '5012319792x' }),
    'INVALID_FIELD_FORMAT tokenRequestorId',
  ],
  [
    'a token requestor nobody knows',
    () => clear({ tokenRequestorId: '59999999999' }),
    'INVALID_FIELD_VALUE tokenRequestorId',
  ],
  [
    'a token requestor outside Token Connect',
    () => clear({ tokenRequestorId: '50123456803' }),
    'INVALID_FIELD_VALUE tokenRequestorId',
  ],
  [
    'validity of 4 minutes',
    () => clear({ pushAccountReceiptsValidityPeriod: 4 }),
    'INVALID_FIELD_VALUE pushAccountReceiptsValidityPeriod',
  ],
  ['validity of 5 minutes', () => clear({ pushAccountReceiptsValidityPeriod: 5 }), 'ok'],
  ['validity of 15 minutes', () => clear({ pushAccountReceiptsValidityPeriod: 15 }), 'ok'],
  [
    'validity of 16 minutes',
    () => clear({ pushAccountReceiptsValidityPeriod: 16 }),
    'INVALID_FIELD_VALUE pushAccountReceiptsValidityPeriod',
  ],
  [
    'validity as text',
    () => clear({ pushAccountReceiptsValidityPeriod: '15' }),
    'INVALID_FIELD_FORMAT pushAccountReceiptsValidityPeriod',
  ],
  ['callbackURL of 256 characters', () => signatureData({ callbackURL: url(256) }), 'ok'],
  [
    'callbackURL of 257 characters',
    () => signatureData({ callbackURL: url(257) }),
    'INVALID_FIELD_LENGTH callbackURL',
  ],
  [
    'a relative callbackURL',
    () => signatureData({ callbackURL: '/tokenization-results' }),
    'INVALID_FIELD_FORMAT callbackURL',
  ],
  [
    'a callbackURL that runs',
    () => signatureData({ callbackURL: 'javascript:alert(1)' }),
    'INVALID_FIELD_VALUE callbackURL',
  ],
  ['an app’s callbackURL', () => signatureData({ callbackURL: 'pagare://deep-link' }), 'ok'],
  ['locale en-US', () => signatureData({ locale: 'en-US' }), 'INVALID_FIELD_FORMAT locale'],
  ['locale en_us', () => signatureData({ locale: 'en_us' }), 'INVALID_FIELD_FORMAT locale'],
  [
    'booleans of signatureData in any case',
    () => signatureData({ completeWebsiteActivation: 'FALSE', accountHolderDataSupplied: 'true' }),
    'ok',
  ],
  [
    'a flag that is no boolean',
    () => signatureData({ completeWebsiteActivation: 'no' }),
    'INVALID_FIELD_FORMAT completeWebsiteActivation',
  ],
  ['an unknown member', () => clear({ colour: 'blue' }), 'UNRECOGNIZED_FIELD colour'],
  [
    'an unknown member further in',
    () => signatureData({ callbackUrl: 'x' }),
    'UNRECOGNIZED_FIELD callbackUrl',
  ],
];

const ACCOUNTS: readonly Case[] = [
  ['no account', several(0, '50123197928'), 'INVALID_FIELD_LENGTH encryptedData'],
  ['one account', several(1, '50123197928'), 'ok'],
  ['five accounts where several are taken', several(5, '50123197928'), 'ok'],
  ['six accounts', several(6, '50123197928'), 'INVALID_FIELD_LENGTH encryptedData'],
  ['one account where one is taken', several(1, HARBOUR), 'ok'],
  ['two accounts where one is taken', several(2, HARBOUR), 'INVALID_FIELD_LENGTH encryptedData'],
  [
    'an object instead of an array',
    () => pushRaw(sandbox, pushBody(account(CARD))),
    'INVALID_FIELD_FORMAT encryptedData',
  ],
  [
    'the same pushAccountId twice',
    () =>
      pushRaw(
        sandbox,
        pushBody([account(CARD, { id: '1' }), account(testCardNumber('0', '000', 2), { id: '1' })]),
      ),
    'INVALID_FIELD_VALUE pushAccountId',
  ],
  [
    'pushAccountId of 37 characters',
    () => pushRaw(sandbox, pushBody([account(CARD, { id: 'i'.repeat(37) })])),
    'INVALID_FIELD_LENGTH pushAccountId',
  ],
  [
    'card number of 8 digits',
    () => cardData({ accountNumber: '51234500' }),
    'INVALID_FIELD_LENGTH accountNumber',
  ],
  [
    'card number of 20 digits',
    () => cardData({ accountNumber: '5'.repeat(20) }),
    'INVALID_FIELD_LENGTH accountNumber',
  ],
  [
    'card number with a wrong check digit',
    () => cardData({ accountNumber: CARD.slice(0, -1) + ((Number(CARD.slice(-1)) + 1) % 10) }),
    'INVALID_FIELD_VALUE accountNumber',
  ],
  [
    'card number with a space',
    () => cardData({ accountNumber: '5123450000000 18' }),
    'INVALID_FIELD_FORMAT accountNumber',
  ],
  [
    'the published sample that has no right check digit',
    () => cardData({ accountNumber: '5123456789012345' }),
    'ok',
  ],
  [
    'no expiry at all',
    () => funding((data) => ({ ...data, cardAccountData: { accountNumber: CARD } })),
    'ok',
  ],
  [
    'an expiry that is over',
    () => cardData({ expiryMonth: '12', expiryYear: '23' }),
    'INVALID_FIELD_VALUE expiryYear',
  ],
  ['month 00', () => cardData({ expiryMonth: '00' }), 'INVALID_FIELD_VALUE expiryMonth'],
  ['month 13', () => cardData({ expiryMonth: '13' }), 'INVALID_FIELD_VALUE expiryMonth'],
  ['a month without a year', () => cardData({ expiryYear: undefined }), 'MISSING_REQUIRED_FIELD expiryYear'],
  ['a security code', () => cardData({ securityCode: '123' }), 'UNRECOGNIZED_FIELD securityCode'],
  ['no funding source', () => funding(() => ({})), 'MISSING_REQUIRED_FIELD cardAccountData'],
  [
    'two funding sources',
    () =>
      funding((data) => ({
        ...data,
        financialAccountData: {
          financialAccountId: '123456789',
          interbankCardAssociationId: '1234',
          countryCode: 'GBR',
        },
      })),
    'INVALID_FIELD_VALUE financialAccountData',
  ],
  ['a name of 27 characters', () => holder({ accountHolderName: 'n'.repeat(27) }), 'ok'],
  [
    'a name of 28 characters',
    () => holder({ accountHolderName: 'n'.repeat(28) }),
    'INVALID_FIELD_LENGTH accountHolderName',
  ],
  ['an empty name', () => holder({ accountHolderName: '' }), 'INVALID_FIELD_LENGTH accountHolderName'],
  [
    'an e-mail of 5 characters',
    () => holder({ accountHolderEmailAddress: 'a@b.c' }),
    'INVALID_FIELD_LENGTH accountHolderEmailAddress',
  ],
  [
    'an e-mail of 321 characters',
    () => holder({ accountHolderEmailAddress: `${'a'.repeat(309)}@example.com` }),
    'INVALID_FIELD_LENGTH accountHolderEmailAddress',
  ],
  [
    'an e-mail without an at sign',
    () => holder({ accountHolderEmailAddress: 'nobody.example.com' }),
    'INVALID_FIELD_FORMAT accountHolderEmailAddress',
  ],
  [
    'a country of two letters',
    () => holder({ accountHolderAddress: { country: 'GB' } }),
    'INVALID_FIELD_LENGTH country',
  ],
  [
    'a dialling code with a plus',
    () => holder({ accountHolderMobilePhoneNumber: { countryDialInCode: '+44', phoneNumber: '7700900188' } }),
    'INVALID_FIELD_FORMAT countryDialInCode',
  ],
  [
    'a phone without its dialling code',
    () => holder({ accountHolderMobilePhoneNumber: { phoneNumber: '7700900188' } }),
    'MISSING_REQUIRED_FIELD countryDialInCode',
  ],
  [
    'a valid-until that is over',
    () => funding((data) => ({ ...data, dataValidUntilTimestamp: iso(Date.now() - 1000) })),
    'INVALID_FIELD_VALUE dataValidUntilTimestamp',
  ],
  [
    'a valid-until in half an hour',
    () => funding((data) => ({ ...data, dataValidUntilTimestamp: iso(Date.now() + 1_800_000) })),
    'ok',
  ],
  [
    'a valid-until in 31 days',
    () => funding((data) => ({ ...data, dataValidUntilTimestamp: iso(Date.now() + 31 * DAY_MS) })),
    'INVALID_FIELD_VALUE dataValidUntilTimestamp',
  ],
  [
    'a valid-until with six fraction digits',
    () =>
      funding((data) => ({
        ...data,
        dataValidUntilTimestamp: iso(Date.now() + DAY_MS).replace(/\d{3}Z/, '123456Z'),
      })),
    'INVALID_FIELD_FORMAT dataValidUntilTimestamp',
  ],
  [
    'a valid-until with an offset',
    () =>
      funding((data) => ({
        ...data,
        dataValidUntilTimestamp: iso(Date.now() + DAY_MS).replace('Z', '+00:00'),
      })),
    'ok',
  ],
];

const ENCRYPTION: readonly Case[] = [
  [
    'a fingerprint nobody knows',
    () => wire((payload) => ({ ...payload, publicKeyFingerprint: '0'.repeat(64) })),
    'CRYPTOGRAPHY_ERROR publicKeyFingerprint names no key of this environment',
  ],
  [
    'a fingerprint of 30 characters',
    () => wire((payload) => ({ ...payload, publicKeyFingerprint: 'a'.repeat(30) })),
    'INVALID_FIELD_LENGTH publicKeyFingerprint',
  ],
  [
    'a fingerprint that is no hex',
    () => wire((payload) => ({ ...payload, publicKeyFingerprint: 'z'.repeat(64) })),
    'INVALID_FIELD_FORMAT publicKeyFingerprint',
  ],
  [
    'the wrong OAEP hash',
    () => wire((payload) => ({ ...payload, oaepHashingAlgorithm: 'SHA256' })),
    'CRYPTOGRAPHY_ERROR encryptedKey cannot be unwrapped with OAEP SHA256',
  ],
  [
    'an OAEP hash nobody offers',
    () => wire((payload) => ({ ...payload, oaepHashingAlgorithm: 'SHA1' })),
    'INVALID_FIELD_VALUE oaepHashingAlgorithm',
  ],
  [
    'no OAEP hash, which is RSA PKCS#1 v1.5',
    () => wire(without('oaepHashingAlgorithm')),
    'CRYPTOGRAPHY_ERROR oaepHashingAlgorithm is absent, which means RSA PKCS#1 v1.5; this key transport is refused, use SHA256 or SHA512',
  ],
  [
    'a truncated key',
    () => wire((payload) => ({ ...payload, encryptedKey: payload['encryptedKey']?.slice(0, 500) })),
    'CRYPTOGRAPHY_ERROR encryptedKey cannot be unwrapped with OAEP SHA512',
  ],
  [
    'an iv of the wrong length for the mode',
    () => wire((payload) => ({ ...payload, iv: '0'.repeat(24) })),
    'INVALID_FIELD_LENGTH iv',
  ],
  [
    'an unknown mode',
    () => wire((payload) => ({ ...payload, algorithmCipherMode: 'ECB' })),
    'INVALID_FIELD_VALUE algorithmCipherMode',
  ],
  ['GCM without a tag', () => pushRaw(sandbox, spoilt('GCM', without('tag'))), 'MISSING_REQUIRED_FIELD tag'],
  [
    'GCM with a wrong tag',
    () =>
      pushRaw(
        sandbox,
        spoilt('GCM', (payload) => ({ ...payload, tag: '0'.repeat(32) })),
      ),
    'CRYPTOGRAPHY_ERROR encryptedData cannot be opened with AES-128-GCM',
  ],
  [
    'GCM with a short tag',
    () =>
      pushRaw(
        sandbox,
        spoilt('GCM', (payload) => ({ ...payload, tag: payload['tag']?.slice(0, 24) })),
      ),
    'CRYPTOGRAPHY_ERROR the tag is not 16 bytes long',
  ],
  [
    'encryptedData in the clear',
    () => wire((payload) => ({ ...payload, encryptedData: [{ pushAccountId: '1' }] })),
    'INVALID_FIELD_FORMAT encryptedData',
  ],
  ['encryptedKey missing', () => wire(without('encryptedKey')), 'MISSING_REQUIRED_FIELD encryptedKey'],
];

function spoilt(mode: 'CBC' | 'GCM', change: (payload: Record<string, string>) => Change): unknown {
  const body = pushBody([account(CARD)], {}, { mode });
  const { encryptedPayload } = body['pushFundingAccounts'] as { encryptedPayload: Record<string, string> };
  return { ...body, pushFundingAccounts: { encryptedPayload: change(encryptedPayload) } };
}

describe('a push is judged field by field (spec 9.4)', () => {
  it.each([...CLEAR_PART, ...ACCOUNTS, ...ENCRYPTION])('%s', async (_what, push, expected) => {
    const answer = await push();
    expect(first(answer)).toBe(expected);
    if (expected !== 'ok') expect(answer.errors?.[0]?.source).toBe('INPUT');
  });

  it('missing iv: opens with sixteen zero bytes, and so fails unless the sender used them', async () => {
    expect(first(await wire(without('iv')))).toMatch(/^CRYPTOGRAPHY_ERROR/);
    expect(first(await pushRaw(sandbox, pushBody([account(CARD)], {}, { zeroIv: true })))).toBe('ok');
  });

  it('answers status 200 with INVALID_JSON to a body that is none, and to one that is no object', async () => {
    for (const body of ['{"requestId":', '[]', '"text"']) {
      const response = await call(sandbox, 'POST', PUSH, body);
      expect(response.status).toBe(200);
      expect(first((await response.json()) as PushAnswer)).toBe('INVALID_JSON');
    }
  });

  it('names every faulty field, in order', async () => {
    const answer = await clear({ requestId: '', tokenRequestorId: 'x', extra: 1 });
    expect(answer.errors?.map(({ description }) => description)).toEqual([
      'Invalid Field Length - requestId',
      'Invalid Field Length - tokenRequestorId',
      'Unrecognized Field - extra',
    ]);
  });

  it('never repeats a card number, not even one that was sent as the name of a member', async () => {
    const answer = await clear({ [CARD]: 1 });
    expect(JSON.stringify(answer)).not.toContain(CARD);
    expect(answer.errors?.[0]?.description).toBe('Unrecognized Field - #');
  });
});
