import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import { account } from '@/sandbox/testing/test-bank';
import { encryptionCertificateDer, encryptionKeys, signingKeys } from '@/sandbox/testing/test-keys';
import {
  call,
  CALLBACK,
  KEY_ID,
  ORIGIN,
  pushBody,
  pushCards,
  pushRaw,
  receiptsIn,
  testSandbox,
} from '@/sandbox/testing/test-sandbox';
import { decodeSignature } from './decode-signature';
import { signAccounts } from './sign-accounts';

const CARD = testCardNumber('1', '000', 1);
const NORTHWIND = '50123456790';
const HARBOUR = '50123456789';

function digest(algorithm: string, what: 'certificate' | 'key'): string {
  const der =
    what === 'certificate'
      ? encryptionCertificateDer()
      : encryptionKeys().publicKey.export({ type: 'spki', format: 'der' });
  return createHash(algorithm).update(der).digest('hex');
}

describe('encryption', () => {
  const matrix = (['CBC', 'GCM'] as const).flatMap((mode) =>
    (['SHA256', 'SHA512'] as const).flatMap((oaep) =>
      ([128, 256] as const).map((bits) => ({ mode, oaep, bits })),
    ),
  );

  it.each(matrix)('opens AES-$bits-$mode wrapped with OAEP $oaep', async (encryption) => {
    expect(receiptsIn(await pushRaw(testSandbox(), pushBody([account(CARD)], {}, encryption)))).toHaveLength(
      1,
    );
  });

  it('opens GCM with additional data, and refuses it when that changed', async () => {
    const body = pushBody([account(CARD)], {}, { mode: 'GCM', aad: 'c0ffee' });
    expect(receiptsIn(await pushRaw(testSandbox(), body))).toHaveLength(1);
    const { encryptedPayload } = body['pushFundingAccounts'] as { encryptedPayload: object };
    const changed = {
      ...body,
      pushFundingAccounts: { encryptedPayload: { ...encryptedPayload, aad: 'c0ffef' } },
    };
    expect((await pushRaw(testSandbox(), changed)).errors?.[0]?.reasonCode).toBe('CRYPTOGRAPHY_ERROR');
  });

  it.each([
    ['SHA-256 of the certificate', () => digest('sha256', 'certificate')],
    ['SHA-1 of the certificate', () => digest('sha1', 'certificate')],
    ['SHA-256 of the public key', () => digest('sha256', 'key')],
    ['SHA-1 of the public key', () => digest('sha1', 'key')],
  ])('knows its key by the %s, in either case', async (_what, fingerprint) => {
    for (const spelling of [fingerprint(), fingerprint().toUpperCase()]) {
      expect(
        receiptsIn(await pushRaw(testSandbox(), pushBody([account(CARD)], {}, { fingerprint: spelling }))),
      ).toHaveLength(1);
    }
  });

  it('keeps names beyond ASCII whole', async () => {
    const sandbox = testSandbox();
    await pushCards(sandbox, [CARD], {}, { accountHolderName: 'José Ñandú 🙂' });
    const journal = await sandbox.fetch(new Request(`${ORIGIN}/__sandbox/v1/journal?op=push`));
    expect(await journal.text()).toContain('José Ñandú 🙂');
  });
});

describe('the answer', () => {
  it('has the members of the recorded answer, in its order, and a receipt of the known shape', async () => {
    const recorded = JSON.parse(readFileSync('sandbox/fixtures/push-response.json', 'utf8')) as object;
    const answer = await pushCards(testSandbox(), [CARD]);
    expect(Object.keys(answer)).toEqual(Object.keys(recorded));
    expect(answer.pushAccountReceipts?.[0]?.pushAccountReceipt).toMatch(
      /^MCC-STL-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/,
    );
    expect(answer.availablePushMethods).toEqual([{ type: 'WEB', uri: `${ORIGIN}/provision` }]);
    expect(answer.responseId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('signs as the real samples look: alg and kid, the payload in their order, compact, without completeIssuerAppActivation', async () => {
    const answer = await pushCards(testSandbox(), [CARD, testCardNumber('0', '000', 2)]);
    const [head = '', body = ''] = (answer.signature ?? '').split('.');
    expect(Buffer.from(head, 'base64url').toString()).toBe(`{"alg":"RS256","kid":"${KEY_ID}"}`);
    expect(Buffer.from(body, 'base64url').toString()).toBe(
      `{"pushAccountReceipts":${JSON.stringify(receiptsIn(answer))},"callbackURL":"${CALLBACK}","completeWebsiteActivation":false,"accountHolderDataSupplied":true,"locale":"en_US"}`,
    );
  });

  it('verifies with the key that the JWKS publishes', async () => {
    const sandbox = testSandbox();
    const { signature = '' } = await pushCards(sandbox, [CARD]);
    const jwks = (await (await sandbox.fetch(new Request(`${ORIGIN}/__sandbox/jwks.json`))).json()) as {
      keys: { kid: string; n: string; e: string; kty: string }[];
    };
    const [key] = jwks.keys;
    if (key === undefined) throw new Error('no key');
    expect(key).toMatchObject({ kid: KEY_ID, kty: 'RSA' });
    expect(Object.keys(key)).not.toContain('d');
    const [head, body, tail = ''] = signature.split('.');
    expect(
      verify(
        'sha256',
        Buffer.from(`${head}.${body}`),
        createPublicKey({ key, format: 'jwk' }),
        Buffer.from(tail, 'base64url'),
      ),
    ).toBe(true);
  });

  it('decodes every recorded sample, and writes their content back to the same bytes', () => {
    const samples = JSON.parse(readFileSync('sandbox/fixtures/jws-samples.json', 'utf8')) as {
      jws: string;
      header: { alg: string; kid: string };
      payload: Parameters<typeof signAccounts>[0];
      sigBytes: number;
    }[];
    expect(samples).toHaveLength(5);
    for (const { jws, header, payload, sigBytes } of samples) {
      const decoded = decodeSignature(jws);
      expect(decoded).toMatchObject({ header, payload });
      expect(decoded?.signature).toHaveLength(sigBytes);
      const ours = signAccounts(payload, { privateKey: signingKeys().privateKey, keyId: header.kid });
      expect(ours.split('.').slice(0, 2)).toEqual(jws.split('.').slice(0, 2));
    }
  });

  it('has no signature without signatureData, and none from a token requestor that does not sign', async () => {
    const silent = await pushCards(testSandbox(), [CARD], { signatureData: undefined });
    expect([silent.signature, silent.tokenRequestorSignatureSupport]).toEqual([undefined, true]);
    const unsigned = await pushCards(testSandbox(), [CARD], { tokenRequestorId: HARBOUR });
    expect([unsigned.signature, unsigned.tokenRequestorSignatureSupport]).toEqual([undefined, false]);
    expect(unsigned.availablePushMethods).toEqual([
      { type: 'WEB', uri: `${ORIGIN}/harbour-market/provision` },
    ]);
  });

  it('carries digitization data when asked', async () => {
    const answer = await pushCards(testSandbox(), [CARD], { requestIssuerInitiatedDigitizationData: true });
    const [item] = answer.pushAccountReceipts ?? [];
    expect(JSON.parse(Buffer.from(item?.issuerInitiatedDigitizationData ?? '', 'base64').toString())).toEqual(
      {
        fundingAccountInfo: { pushAccountReceipt: item?.pushAccountReceipt },
      },
    );
  });

  it('gives a receipt to one card and an error to the other, and signs only the receipt', async () => {
    const answer = await pushCards(testSandbox(), [CARD, testCardNumber('0', '301', 1)]);
    const [good, bad] = answer.pushAccountReceipts ?? [];
    expect(bad).toMatchObject({ errors: [{ source: 'INPUT', reasonCode: 'ACCOUNT_INELIGIBLE' }] });
    expect(bad?.pushAccountReceipt).toBeUndefined();
    expect(decodeSignature(answer.signature ?? '')?.payload).toMatchObject({
      pushAccountReceipts: [good?.pushAccountReceipt],
    });
  });

  it('has neither push method nor signature when every card is refused', async () => {
    const answer = await pushCards(testSandbox(), [testCardNumber('0', '302', 1)]);
    expect(answer.pushAccountReceipts?.[0]?.errors?.[0]).toMatchObject({
      source: 'MDES',
      reasonCode: 'INTERNAL_SERVICE_FAILURE',
    });
    expect([answer.availablePushMethods, answer.signature]).toEqual([undefined, undefined]);
  });

  it('refuses cards of a range that nobody takes, and of one that this token requestor does not take', async () => {
    const nowhere = await pushCards(testSandbox(), [testCardNumber('9', '000', 1)]);
    const elsewhere = await pushCards(testSandbox(), [testCardNumber('2', '000', 1)], {
      tokenRequestorId: HARBOUR,
    });
    const taken = await pushCards(testSandbox(), [testCardNumber('2', '000', 1)], {
      tokenRequestorId: NORTHWIND,
    });
    expect(nowhere.pushAccountReceipts?.[0]?.errors?.[0]?.reasonCode).toBe('ACCOUNT_INELIGIBLE');
    expect(elsewhere.pushAccountReceipts?.[0]?.errors?.[0]?.reasonCode).toBe('ACCOUNT_INELIGIBLE');
    expect(receiptsIn(taken)).toHaveLength(1);
  });

  it('still serves the deprecated push of one account, unsigned', async () => {
    const { fundingAccountData } = account(CARD);
    const { pushFundingAccounts, ...body } = pushBody(fundingAccountData, { signatureData: undefined });
    const response = await call(
      testSandbox(),
      'POST',
      '/connect/1/0/pushAccount',
      JSON.stringify({ ...body, pushFundingAccount: pushFundingAccounts }),
    );
    const answer = (await response.json()) as Record<string, unknown>;
    expect(answer['pushAccountReceipt']).toMatch(/^MCC-STL-/);
    expect(Object.keys(answer)).toEqual(['responseId', 'pushAccountReceipt', 'availablePushMethods']);
  });
});
