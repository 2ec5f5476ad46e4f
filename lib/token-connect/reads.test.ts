import { afterEach, describe, expect, it } from 'vitest';
import { answer, startPeer, type Peer } from '@/lib/testing/token-connect-vectors/peer';
import { makeTestKeys } from '@/lib/testing/token-connect-vectors/test-keys';
import { createTokenConnectClient } from './client';

const keys = makeTestKeys();
let peer: Peer | undefined;
afterEach(async () => {
  await peer?.close();
  peer = undefined;
});

async function clientOf(body: string, status = 200) {
  peer = await startPeer(answer(status, body));
  return createTokenConnectClient({
    baseUrl: `${peer.url}/`,
    consumerKey: 'client!key',
    signingKey: keys.privateKey,
    encryptionCertificatePem: keys.certificatePem,
  });
}

const shop = {
  tokenRequestorId: '12345678901',
  name: 'Token Requestor 1',
  consumerFacingEntityName: 'Sunday "Store" 5412346789000000001',
  tokenRequestorType: 'MERCHANT',
};
const input = { requestId: 'r1', accountRanges: ['512345678901'] };

describe('getEligibleTokenRequestors', () => {
  it('reads 19-digit JSON numbers without losing a digit, and strings of any documented length', async () => {
    const ranges =
      '[5412346789000000001, 9007199254740993, 512345678901, "5123456789", "5412346789000000003"]';
    const entry = JSON.stringify(shop).replace('}', `,"enabledAccountRanges":${ranges}}`);
    const client = await clientOf(`{"responseId":"123456","tokenRequestors":[${entry}]}`);
    const result = await client.getEligibleTokenRequestors(input);
    expect(result).toEqual({
      ok: true,
      value: [
        {
          ...shop,
          enabledAccountRanges: [
            '5412346789000000001',
            '9007199254740993000',
            '5123456789010000000',
            '5123456789000000000',
            '5412346789000000003',
          ],
          supportedPushMethods: [],
          supportsMultiplePushedCards: false,
          supportedAccountHolderData: [],
        },
      ],
    });
    expect(peer?.received[0]?.head).toMatch(/^POST \/mdes\/connect\/1\/0\/getEligibleTokenRequestors HTTP/);
    expect(JSON.parse(peer?.received[0]?.body.toString() ?? '')).toEqual(input);
  });

  it('F14: drops account holder data that it does not know and ignores new members', async () => {
    const wallet = {
      ...shop,
      walletId: '222',
      imageAssetId: 'dbc55444-496a-4896-b41c-5d5e2dd431e2',
      enabledAccountRanges: [],
      supportedPushMethods: ['WEB', 'HOLOGRAM'],
      supportsMultiplePushedCards: true,
      supportedAccountHolderData: ['MOBILE_PHONE_NUMBER', 'SHOE_SIZE', 'NAME'],
      supportsTokenConnect: true,
      surprise: {},
    };
    const client = await clientOf(JSON.stringify({ responseId: 'r', tokenRequestors: [wallet] }));
    const { supportsTokenConnect: _, surprise: __, ...known } = wallet;
    const supportedAccountHolderData = ['NAME', 'MOBILE_PHONE_NUMBER'];
    const result = await client.getEligibleTokenRequestors(input);
    expect(result).toEqual({ ok: true, value: [{ ...known, supportedAccountHolderData }] });
  });

  it.each([
    '{"responseId":"r","tokenRequestors":[{}]}',
    '{"responseId":"r","tokenRequestors":{"0":1}}',
    `{"responseId":"r","tokenRequestors":[${JSON.stringify({ ...shop, enabledAccountRanges: [1.5] })}]}`,
    '{}',
  ])('calls wrong types malformed: %s', async (body) => {
    const result = await (await clientOf(body)).getEligibleTokenRequestors(input);
    expect(result).toMatchObject({ ok: false, error: { kind: 'malformed' } });
  });

  it.each([
    [[]],
    [Array.from({ length: 26 }, () => '512345678901')],
    [['12345678']],
    [['5'.repeat(20)]],
    [['51234567x']],
  ])('does not send ranges out of bounds: %j', async (accountRanges) => {
    const result = await (await clientOf('{}')).getEligibleTokenRequestors({ requestId: 'r', accountRanges });
    expect(result).toMatchObject({ ok: false, error: { kind: 'malformed', sent: false } });
    expect(peer?.received).toHaveLength(0);
  });
});

describe('getAsset', () => {
  it('returns every rendering as bytes, pixels as numbers', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const body = {
      mediaContents: [
        { type: 'image/png', data: 'iVBORw0KGgo=', height: '192', width: '192' },
        { type: 'image/svg+xml', data: svg.toString('base64'), height: null },
      ],
    };
    const result = await (await clientOf(JSON.stringify(body))).getAsset({ assetId: 'dbc55444-496a' });
    expect(result).toEqual({
      ok: true,
      value: [
        { type: 'image/png', data: Buffer.from('iVBORw0KGgo=', 'base64'), width: 192, height: 192 },
        { type: 'image/svg+xml', data: svg },
      ],
    });
    expect(peer?.received[0]?.head).toMatch(
      /^GET \/mdes\/issuer-assets\/1\/0\/asset\/tokenrequestor\/dbc55444-496a HTTP/,
    );
  });

  it('names the refusal of an unknown id, and data that is not base64', async () => {
    const refusal = '{"errors":[{"source":"INPUT","reasonCode":"INVALID_ASSET_ID"}]}';
    const unknown = await (await clientOf(refusal)).getAsset({ assetId: 'nope' });
    expect(unknown).toMatchObject({ error: { kind: 'rejected', reasonCode: 'INVALID_ASSET_ID' } });
    await peer?.close();
    const bad = await clientOf('{"mediaContents":[{"type":"image/png","data":"<script>"}]}');
    expect(await bad.getAsset({ assetId: 'x' })).toMatchObject({ error: { kind: 'malformed' } });
  });

  it.each(['', '../../connect', 'a/b', 'a?b', 'a%2Fb', 'x'.repeat(65)])(
    'never sends the id %j',
    async (assetId) => {
      const result = await (await clientOf('{}')).getAsset({ assetId });
      expect(result).toMatchObject({ error: { kind: 'malformed', sent: false } });
      expect(peer?.received).toHaveLength(0);
    },
  );
});
