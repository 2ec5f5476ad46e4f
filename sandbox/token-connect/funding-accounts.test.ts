import { describe, expect, it } from 'vitest';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import { account } from '@/sandbox/testing/test-bank';
import { CARD, sandbox, verdict, type Case, type Change } from '@/sandbox/testing/push-verdict';
import { pushBody, pushRaw, type PushAnswer } from '@/sandbox/testing/test-sandbox';

const HARBOUR = '50123456789';
const DAY_MS = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();

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

const several = (count: number, trid: string) => () =>
  pushRaw(
    sandbox,
    pushBody(
      Array.from({ length: count }, (_u, n) => account(testCardNumber('0', '000', n))),
      { tokenRequestorId: trid },
    ),
  );

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

describe('SI-02: what a push carries inside is judged field by field (spec 3.4, 9.4)', () => {
  it.each(ACCOUNTS)('%s', async (_what, push, expected) => {
    const answer = await push();
    expect(verdict(answer)).toBe(expected);
    if (expected !== 'ok') expect(answer.errors?.[0]?.source).toBe('INPUT');
  });
});
