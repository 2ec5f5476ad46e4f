import { describe, expect, it } from 'vitest';
import { call, PUSH, type PushAnswer } from '@/sandbox/testing/test-sandbox';
import { CARD, clear, sandbox, verdict, type Case, type Change } from '@/sandbox/testing/push-verdict';

const url = (length: number) => `https://bank.example/${'x'.repeat(length - 'https://bank.example/'.length)}`;
const signatureData = (change: Change) =>
  clear({ signatureData: { callbackURL: 'https://bank.example/back', locale: 'en_US', ...change } });

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

describe('SI-02: the clear part of a push is judged field by field (spec 4.3, 9.4)', () => {
  it.each(CLEAR_PART)('%s', async (_what, push, expected) => {
    const answer = await push();
    expect(verdict(answer)).toBe(expected);
    if (expected !== 'ok') expect(answer.errors?.[0]?.source).toBe('INPUT');
  });
  it('answers status 200 with INVALID_JSON to a body that is none, and to one that is no object', async () => {
    for (const body of ['{"requestId":', '[]', '"text"']) {
      const response = await call(sandbox, 'POST', PUSH, body);
      expect(response.status).toBe(200);
      expect(verdict((await response.json()) as PushAnswer)).toBe('INVALID_JSON');
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
