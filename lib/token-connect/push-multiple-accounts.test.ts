import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import { CompactSign, exportJWK } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Pan } from '@/lib/domain/pan';
import { answer, startPeer, type Peer } from '@/lib/testing/token-connect-vectors/peer';
import recordedResponse from '@/lib/testing/token-connect-vectors/push-response.json';
import { makeTestKeys } from '@/lib/testing/token-connect-vectors/test-keys';
import { createTokenConnectClient, type PushInput, type TokenConnectOptions } from './client';

const keys = makeTestKeys();
const now = Date.UTC(2026, 10, 22, 12);
const uri = 'https://src.mastercard.com/provision';
const cards = ['5204740009900014', '5186001700008785', '2223001850114872'].map((digits, i) => ({
  pushAccountId: `CA-${i + 1}`,
  pan: Pan.parse(digits),
  expiry: { month: i + 1, year: 2030 },
}));

const input: PushInput = {
  requestId: 'request-1',
  tokenRequestorId: '50123197928',
  accounts: cards.slice(0, 2),
  accountHolder: {},
  callbackUrl: 'https://partnerbank.com/tokenization-results',
  locale: 'en_US',
  dataValidUntil: new Date(now + 30 * 60_000),
  receiptsValidityMinutes: 15,
};

let peer: Peer | undefined;
afterEach(async () => {
  await peer?.close();
  peer = undefined;
});

async function push(
  response: object,
  change: Partial<PushInput> = {},
  options: Partial<TokenConnectOptions> = {},
) {
  peer = await startPeer(answer(200, JSON.stringify(response)));
  const client = createTokenConnectClient({
    baseUrl: peer.url,
    consumerKey: 'client!key',
    signingKey: keys.privateKey,
    encryptionCertificatePem: keys.certificatePem,
    now: () => now,
    ...options,
  });
  return client.pushMultipleAccounts({ ...input, ...change });
}

const receipt = (n: number) => ({ pushAccountId: `CA-${n}`, pushAccountReceipt: `MCC-${n}` });
const ineligible = { source: 'INPUT', reasonCode: 'ACCOUNT_INELIGIBLE', description: 'not eligible' };
const refused = (n: number) => ({ pushAccountId: `CA-${n}`, errors: [ineligible] });
const base = {
  responseId: 'r',
  availablePushMethods: [{ type: 'WEB', uri }],
  tokenRequestorSignatureSupport: false,
};

const bodySchema = z.object({
  pushFundingAccounts: z.object({ encryptedPayload: z.record(z.string(), z.string()) }),
  signatureData: z.record(z.string(), z.unknown()),
});

/** What the peer received, opened with node:crypto alone. */
function received() {
  const request = peer?.received[0];
  const json: unknown = JSON.parse(request?.body.toString('utf8') ?? '');
  const parsed = bodySchema.parse(json);
  const sealed = parsed.pushFundingAccounts.encryptedPayload;
  const bytes = (name: string) => Buffer.from(sealed[name] ?? '', 'hex');
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const aesKey = privateDecrypt({ key: keys.privateKey, padding, oaepHash: 'sha512' }, bytes('encryptedKey'));
  const decipher = createDecipheriv('aes-128-cbc', aesKey, bytes('iv'));
  const clear = Buffer.concat([decipher.update(bytes('encryptedData')), decipher.final()]);
  return {
    request,
    json,
    signatureData: parsed.signatureData,
    accounts: JSON.parse(clear.toString('utf8')) as unknown,
  };
}

describe('what a push sends', () => {
  it('is the documented request, with nothing of the card in the clear', async () => {
    await push({ ...base, pushAccountReceipts: [receipt(1), receipt(2)] });
    const { request, json, accounts } = received();
    expect(request?.head).toMatch(/^POST \/mdes\/connect\/1\/0\/pushMultipleAccounts HTTP\/1\.1\r\n/);
    expect(request?.body.toString()).not.toContain(cards[0]?.pan.reveal());
    expect(json).toEqual({
      requestId: 'request-1',
      tokenRequestorId: '50123197928',
      pushFundingAccounts: { encryptedPayload: expect.anything() },
      signatureData: {
        callbackURL: input.callbackUrl,
        completeIssuerAppActivation: false,
        completeWebsiteActivation: false,
        accountHolderDataSupplied: false,
        locale: 'en_US',
      },
      pushAccountReceiptsValidityPeriod: 15,
    });
    expect(accounts).toEqual(
      cards.slice(0, 2).map((card, i) => ({
        pushAccountId: card.pushAccountId,
        fundingAccountData: {
          dataValidUntilTimestamp: '2026-11-22T12:30:00.000Z',
          cardAccountData: { accountNumber: card.pan.reveal(), expiryMonth: `0${i + 1}`, expiryYear: '30' },
        },
      })),
    );
  });

  it('carries the account holder in full UTF-8, abbreviated, cut and normalised to the limits', async () => {
    const accountHolder = {
      name: 'José María Fernández-Echegaray Ñ 🙂',
      address: {
        line1: '🙂'.repeat(40),
        line2: ' ',
        city: `A Coruña ${'x'.repeat(40)}`,
        countrySubdivision: '',
        postalCode: '15001',
        country: 'ESP',
      },
      email: ' maria@partnerbank.example ',
      mobile: { countryDialInCode: '+34', phoneNumber: '600 123-456' },
    };
    await push(
      { ...base, pushAccountReceipts: [receipt(1)] },
      { accountHolder, accounts: cards.slice(0, 1) },
    );
    const { signatureData, accounts } = received();
    expect(signatureData).toMatchObject({ accountHolderDataSupplied: true });
    expect(accounts).toMatchObject([
      {
        fundingAccountData: {
          accountHolderData: {
            accountHolderName: 'José M F Ñ 🙂',
            accountHolderAddress: {
              line1: '🙂'.repeat(32),
              city: `A Coruña ${'x'.repeat(23)}`,
              postalCode: '15001',
              country: 'ESP',
            },
            accountHolderEmailAddress: 'maria@partnerbank.example',
            accountHolderMobilePhoneNumber: { countryDialInCode: '34', phoneNumber: '600123456' },
          },
        },
      },
    ]);
    expect(JSON.stringify(accounts)).not.toMatch(/line2|countrySubdivision|""/);
  });

  const address = { line1: 'Main Street 1', country: 'ESP' };
  const outOfBounds: [string, Partial<PushInput>][] = [
    ['requestId', { requestId: '' }],
    ['requestId', { requestId: 'x'.repeat(65) }],
    ['tokenRequestorId', { tokenRequestorId: '5012319792' }],
    ['accounts', { accounts: [] }],
    [
      'accounts',
      {
        accounts: Array.from({ length: 6 }, (_, i) => ({
          pan: Pan.parse('5204740009900014'),
          pushAccountId: `${i}`,
        })),
      },
    ],
    ['pushAccountId', { accounts: [cards, cards].flatMap((list) => list.slice(0, 1)) }],
    ['callbackURL', { callbackUrl: '/tokenization-results' }],
    ['callbackURL', { callbackUrl: `https://partnerbank.com/${'x'.repeat(240)}` }],
    ['callbackURL', { callbackUrl: 'https://partnerbank.com/résultats' }],
    ['locale', { locale: 'en-US' }],
    ['dataValidUntilTimestamp', { dataValidUntil: new Date(now - 1) }],
    ['dataValidUntilTimestamp', { dataValidUntil: new Date(now + 31 * 86_400_000) }],
    ['dataValidUntilTimestamp', { dataValidUntil: new Date(Number.NaN) }],
    ['pushAccountReceiptsValidityPeriod', { receiptsValidityMinutes: 4 }],
    ['pushAccountReceiptsValidityPeriod', { receiptsValidityMinutes: 16 }],
    ['accountHolderEmailAddress', { accountHolder: { email: 'a@b.c' } }],
    ['country', { accountHolder: { address: { ...address, country: 'ES' } } }],
    ['postalCode', { accountHolder: { address: { ...address, postalCode: 'x'.repeat(17) } } }],
    ['countryDialInCode', { accountHolder: { mobile: { countryDialInCode: '', phoneNumber: '600123456' } } }],
    ['phoneNumber', { accountHolder: { mobile: { countryDialInCode: '34', phoneNumber: '6'.repeat(21) } } }],
  ];
  it.each(outOfBounds)('is refused before it is sent when out of bounds: %s (%#)', async (field, change) => {
    const result = await push(base, change);
    expect(result).toMatchObject({
      error: { kind: 'malformed', detail: `not sent, out of bounds: ${field}`, sent: false, attempts: 0 },
    });
    expect(peer?.received).toHaveLength(0);
  });
});

describe('what a push answers', () => {
  it('F17: is read from the recorded response, whose responseId is not our request id', async () => {
    const recorded = recordedResponse.pushAccountReceipts[0];
    const accounts = [{ pushAccountId: recorded?.pushAccountId ?? '', pan: Pan.parse('5204740009900014') }];
    expect(await push(recordedResponse, { accounts })).toEqual({
      ok: true,
      value: {
        responseId: recordedResponse.responseId,
        accounts: [{ pushAccountId: recorded?.pushAccountId, receipt: recorded?.pushAccountReceipt }],
        pushMethods: recordedResponse.availablePushMethods,
        signature: recordedResponse.signature,
        signatureSupported: true,
        droppedReceipts: 0,
      },
    });
  });

  it('F15: keeps one receipt and one refusal apart, matched by id and not by order', async () => {
    const result = await push({ ...base, pushAccountReceipts: [refused(2), receipt(1)] });
    const accounts = [
      { pushAccountId: 'CA-1', receipt: 'MCC-1' },
      { pushAccountId: 'CA-2', refusal: ineligible },
    ];
    expect(result).toMatchObject({ ok: true, value: { accounts } });
  });

  it('takes an error for the truth where a card has a receipt as well', async () => {
    const both = { ...receipt(2), ...refused(2) };
    const result = await push({ ...base, pushAccountReceipts: [receipt(1), both] });
    expect(result).toMatchObject({ value: { accounts: [{ receipt: 'MCC-1' }, { refusal: ineligible }] } });
  });

  it('is a result, not a failure, when every card is refused', async () => {
    const result = await push({ responseId: 'r', pushAccountReceipts: [refused(1), refused(2)] });
    expect(result).toMatchObject({ ok: true, value: { pushMethods: [], signatureSupported: false } });
  });

  it('PU-09, F16: drops and counts receipts for cards that were never sent', async () => {
    const alien = { pushAccountId: 'CA-9', pushAccountReceipt: 'MCC-9' };
    const result = await push({ ...base, pushAccountReceipts: [alien, receipt(1), receipt(2), receipt(2)] });
    expect(result).toMatchObject({ ok: true, value: { droppedReceipts: 2 } });
    expect(JSON.stringify(result)).not.toContain('MCC-9');
  });

  it('F14: ignores fields and values that MDES may add', async () => {
    const added = { ...receipt(1), newField: [1, 2], errors: null };
    const result = await push({
      ...base,
      pushAccountReceipts: [added, receipt(2)],
      availablePushMethods: [{ type: 'HOLOGRAM', uri: 'x:y', extra: true }],
      somethingNew: { deep: true },
    });
    expect(result.ok).toBe(true);
  });

  const signed = { ...base, tokenRequestorSignatureSupport: true };
  const unreadable: [string, object][] = [
    [
      'a card with neither receipt nor error',
      { ...base, pushAccountReceipts: [receipt(1), { pushAccountId: 'CA-2' }] },
    ],
    ['a card that is not mentioned', { ...base, pushAccountReceipts: [receipt(1)] }],
    ['no cards at all', base],
    [
      'one receipt for two cards',
      { ...base, pushAccountReceipts: [receipt(1), { ...receipt(2), pushAccountReceipt: 'MCC-1' }] },
    ],
    [
      'a receipt that could not stand in a URL',
      { ...base, pushAccountReceipts: [receipt(2), { ...receipt(1), pushAccountReceipt: 'a b' }] },
    ],
    [
      'a receipt made of the card number',
      {
        ...base,
        pushAccountReceipts: [receipt(2), { ...receipt(1), pushAccountReceipt: 'MCC-5204740009900014' }],
      },
    ],
    ['a supported signature that is missing', { ...signed, pushAccountReceipts: [receipt(1), receipt(2)] }],
    [
      'a push method of the wrong type',
      { ...base, availablePushMethods: [uri], pushAccountReceipts: [receipt(1), receipt(2)] },
    ],
  ];
  it.each(unreadable)('is malformed with %s', async (_, response) => {
    expect(await push(response)).toMatchObject({ ok: false, error: { kind: 'malformed', sent: true } });
  });

  it('F12: is rejected as a whole by an error beside the response id', async () => {
    const result = await push({ responseId: 'r', errors: [ineligible] });
    expect(result).toMatchObject({ ok: false, error: { kind: 'rejected', ...ineligible } });
  });

  it('PU-12: says whether the signature is of a known key about these receipts and this callback', async () => {
    const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k1' }] };
    const sign = (receipts: string[], kid: string) =>
      new CompactSign(
        Buffer.from(JSON.stringify({ pushAccountReceipts: receipts, callbackURL: input.callbackUrl })),
      )
        .setProtectedHeader({ alg: 'RS256', kid })
        .sign(keys.privateKey);
    const response = { ...signed, pushAccountReceipts: [receipt(1), refused(2)] };
    const verdict = async (signature: string) => {
      const result = await push({ ...response, signature }, {}, { jwks });
      await peer?.close();
      return result.ok ? result.value.signatureVerified : 'failed';
    };
    expect(await verdict(await sign(['MCC-1'], 'k1'))).toBe(true);
    expect(await verdict(await sign(['MCC-1', 'MCC-2'], 'k1'))).toBe(false);
    expect(await verdict(await sign(['MCC-1'], 'k2'))).toBe(false);
    peer = undefined;
  });
});
