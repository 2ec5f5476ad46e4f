import { createHash } from 'node:crypto';
import { testCardNumber } from '@/sandbox/scenarios/test-cards';
import { maker, type Base, type Provocation } from './provoke';
import { CARD, inTheAccounts, inTheCryptography, played, type PushBase } from './push-provocations';
import { account } from './test-bank';
import { otherBankKeys } from './test-keys';
import { PUSH, pushBody } from './test-sandbox';

const ELIGIBLE = '/connect/1/0/getEligibleTokenRequestors';
const ASSET = '/issuer-assets/1/0/asset/tokenrequestor/';
const PUSH_ONE = '/connect/1/0/pushAccount';
const ONE_CARD_ONLY = '12345678903';

const replaced = (name: string, value: string) => (header: string) =>
  header.replace(new RegExp(`${name}="[^"]*"`), `${name}="${encodeURIComponent(value)}"`);

function atTheGateway(base: Base): Provocation[] {
  const make = maker(base);
  const stale = Math.floor(Date.now() / 1000) - 3_600;
  const otherMethod = base.method === 'GET' ? 'POST' : 'GET';
  const all = [
    make('no header', 'authorization-header', 400, 'INVALID_AUTH_HEADER', { header: () => null }),
    make('unknown key', 'consumer-key', 403, 'AUTHENTICATION_FAILED', {
      signing: { consumerKey: 'nobody!1' },
    }),
    make('stale', 'timestamp', 401, 'DECLINED', { signing: { timestamp: stale } }),
    make('body hash', 'body-hash', 403, 'AUTHENTICATION_FAILED', {
      header: replaced('oauth_body_hash', createHash('sha256').update('else').digest('base64')),
    }),
    make('foreign key', 'signature', 403, 'AUTHENTICATION_FAILED', {
      signing: { privateKey: otherBankKeys().privateKey },
    }),
    make('replay', 'nonce', 403, 'AUTHENTICATION_FAILED', { times: 2 }),
    make('wrong method', 'method', 405, 'METHOD_NOT_ALLOWED', { method: otherMethod }),
  ];
  if (base.method === 'GET') return all;
  return [
    ...all,
    make('a form', 'media-type', 415, 'UNSUPPORTED_MEDIA_TYPE', {
      type: 'application/x-www-form-urlencoded',
    }),
    make('no type', 'media-type', 415, 'UNSUPPORTED_MEDIA_TYPE', { type: null }),
    make('too large', 'body-size', 413, 'PAYLOAD_TOO_LARGE', { raw: `"${'x'.repeat(1_000_001)}"` }),
  ];
}

function inTheFields(base: Base): Provocation[] {
  const make = maker(base);
  const changed = (members: Record<string, unknown>) => ({ body: { ...base.body?.(), ...members } });
  return [
    make('half a body', 'json', 200, 'INVALID_JSON', { raw: '{"requestId":' }),
    make('a list', 'json', 200, 'INVALID_JSON', { raw: '[]' }),
    make('no request id', 'fields', 200, 'MISSING_REQUIRED_FIELD', changed({ requestId: undefined })),
    make('long request id', 'fields', 200, 'INVALID_FIELD_LENGTH', changed({ requestId: 'x'.repeat(65) })),
    make('empty request id', 'fields', 200, 'INVALID_FIELD_LENGTH', changed({ requestId: '' })),
    make('numeric request id', 'fields', 200, 'INVALID_FIELD_FORMAT', changed({ requestId: 7 })),
    make('unknown member', 'fields', 200, 'UNRECOGNIZED_FIELD', changed({ requestID: 'x' })),
  ];
}

/** Every way to call wrongly that the tests know. */
export function provocations(): readonly Provocation[] {
  const eligible: Base = {
    operation: 'getEligibleTokenRequestors',
    method: 'POST',
    path: ELIGIBLE,
    body: () => ({ requestId: 'r-1', accountRanges: ['512345000'] }),
  };
  const asset: Base = {
    operation: 'getAsset',
    method: 'GET',
    path: `${ASSET}0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0001`,
  };
  const several: PushBase = {
    operation: 'pushMultipleAccounts',
    method: 'POST',
    path: PUSH,
    member: 'pushFundingAccounts',
    body: () => pushBody([account(CARD)]),
    around: (accounts, more = {}, encryption = {}) => pushBody(accounts, { ...more }, encryption),
  };
  const one: PushBase = {
    operation: 'pushAccount',
    method: 'POST',
    path: PUSH_ONE,
    member: 'pushFundingAccount',
    body: () => one.around([account(CARD)]),
    around: (accounts, more = {}, encryption = {}) => {
      const [only] = accounts as readonly { fundingAccountData: unknown }[];
      const { requestId, tokenRequestorId, pushFundingAccounts } = pushBody(
        only?.fundingAccountData,
        {},
        encryption,
      );
      return { requestId, tokenRequestorId, pushFundingAccount: pushFundingAccounts, ...more };
    },
  };
  const list = maker(eligible);
  const logo = maker(asset);
  const push = maker(several);
  return [
    ...[eligible, asset, several, one].flatMap(atTheGateway),
    ...[eligible, several, one].flatMap(inTheFields),
    ...[several, one].flatMap((base) => [
      ...inTheCryptography(base),
      ...inTheAccounts(base),
      ...played(base),
    ]),
    list('26 ranges', 'fields', 200, 'INVALID_FIELD_LENGTH', {
      body: { requestId: 'r', accountRanges: Array.from({ length: 26 }, () => '512345000') },
    }),
    list('no such path', 'operation', 404, 'NOT_FOUND', {
      path: '/connect/1%2F0/getEligibleTokenRequestors',
    }),
    logo('no UUID', 'asset-id', 200, 'INVALID_ASSET_ID', { path: `${ASSET}logo` }),
    logo('unknown id', 'asset-id', 200, 'INVALID_ASSET_ID', {
      path: `${ASSET}00000000-0000-4000-8000-000000000000`,
    }),
    push('two cards for one', 'number-of-accounts', 200, 'INVALID_FIELD_LENGTH', {
      body: pushBody([account(CARD), account(testCardNumber('0', '000', 2))], {
        tokenRequestorId: ONE_CARD_ONLY,
      }),
    }),
    push('same id twice', 'accounts', 200, 'INVALID_FIELD_VALUE', {
      body: pushBody([account(CARD, { id: 'a' }), account(CARD, { id: 'a' })]),
    }),
  ];
}
