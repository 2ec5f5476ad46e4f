/** Personal data a token requestor may accept (spec 3.4). */
export type HolderDataElement = 'NAME' | 'ADDRESS' | 'EMAIL_ADDRESS' | 'MOBILE_PHONE_NUMBER';

export interface PushMethod {
  readonly type: 'ANDROID' | 'IOS' | 'WEB';
  readonly uri: string;
}

/** Accounts from `start`, padded with zeros to 19 digits; a number belongs here when it begins with `prefix`. */
export interface AccountRange {
  readonly start: string;
  readonly prefix: string;
}

/** How a token requestor takes part in Token Connect; absent for those who do not. */
export interface Participation {
  readonly multiple: boolean;
  readonly holderData: readonly HolderDataElement[] | undefined;
  readonly signs: boolean;
  /** Paths below the sandbox's origin, or whole URIs of apps. */
  readonly methods: readonly PushMethod[];
}

export interface TokenRequestor {
  readonly tokenRequestorId: string;
  readonly name: string;
  readonly consumerFacingEntityName: string;
  readonly imageAssetId: string;
  readonly tokenRequestorType: 'MERCHANT' | 'WALLET';
  readonly walletId?: string;
  readonly ranges: readonly AccountRange[];
  readonly participation?: Participation;
}

const product = (digit: string): AccountRange => ({ start: `512345${digit}00`, prefix: `512345${digit}` });
const products = (...of: readonly string[]): readonly AccountRange[] => of.map(product);
const whole = (prefix: string): AccountRange => ({ start: prefix, prefix });

/** Ranges of Mastercard's published tests (spec 9.2), for clients that are not this portal. */
const PUBLISHED_TESTS = ['512345678901', '512345678902', '512345678903'].map(whole);
const PUBLISHED_CARDS = ['5123456789', '5412346789', '516772105206', '518600170000', '222300185011'].map(
  whole,
);

const ALL_HOLDER_DATA: readonly HolderDataElement[] = [
  'NAME',
  'ADDRESS',
  'EMAIL_ADDRESS',
  'MOBILE_PHONE_NUMBER',
];

/** Identifier of Click to Pay (spec 8). */
export const CLICK_TO_PAY_ID = '50123197928';

/** Everyone whom the sandbox's MDES knows. Paths in `uri` are completed with the sandbox's origin. */
export const TOKEN_REQUESTORS: readonly TokenRequestor[] = [
  {
    tokenRequestorId: CLICK_TO_PAY_ID,
    name: 'Click to Pay',
    consumerFacingEntityName: 'Click to Pay',
    imageAssetId: '0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0001',
    tokenRequestorType: 'WALLET',
    walletId: '327',
    ranges: [...products('0', '1', '2', '3'), ...PUBLISHED_TESTS, ...PUBLISHED_CARDS],
    participation: {
      multiple: true,
      holderData: ALL_HOLDER_DATA,
      signs: true,
      methods: [{ type: 'WEB', uri: '/provision' }],
    },
  },
  {
    tokenRequestorId: '50123456789',
    name: 'Harbour Market Limited',
    consumerFacingEntityName: 'Harbour Market',
    imageAssetId: '0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0002',
    tokenRequestorType: 'MERCHANT',
    ranges: [...products('0', '1'), whole('5123456789')],
    participation: {
      multiple: false,
      holderData: ['NAME', 'EMAIL_ADDRESS'],
      signs: false,
      methods: [{ type: 'WEB', uri: '/harbour-market/provision' }],
    },
  },
  {
    tokenRequestorId: '50123456790',
    name: 'Northwind Pay Limited',
    consumerFacingEntityName: 'Northwind Pay',
    imageAssetId: '0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0003',
    tokenRequestorType: 'WALLET',
    walletId: '411',
    ranges: products('0', '1', '2', '3'),
    participation: {
      multiple: true,
      holderData: ['NAME', 'ADDRESS'],
      signs: true,
      methods: [{ type: 'WEB', uri: '/northwind-pay/provision' }],
    },
  },
  {
    tokenRequestorId: '50123456801',
    name: 'Pocket Transit Limited',
    consumerFacingEntityName: 'Pocket Transit',
    imageAssetId: '0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0004',
    tokenRequestorType: 'WALLET',
    walletId: '412',
    ranges: products('0', '1', '2', '3'),
    participation: {
      multiple: false,
      holderData: [],
      signs: true,
      methods: [
        { type: 'ANDROID', uri: 'pockettransit://com.pockettransit.pushtoken' },
        // A universal link: https, opened by the app where it is installed and by a browser elsewhere (spec 6.1).
        { type: 'IOS', uri: '/pocket-transit/app' },
      ],
    },
  },
  {
    tokenRequestorId: '50123456802',
    name: 'Evergreen Riverside Cooperative',
    // Exactly 100 characters: it has to be shown in full (spec 8).
    consumerFacingEntityName:
      'Evergreen Riverside Farmers, Bakers, Makers and Neighborhood Grocers Cooperative of the Lower Valley',
    imageAssetId: '0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0005',
    tokenRequestorType: 'MERCHANT',
    ranges: products('0', '1'),
    participation: {
      multiple: true,
      holderData: ['NAME', 'ADDRESS', 'EMAIL_ADDRESS'],
      signs: true,
      methods: [{ type: 'WEB', uri: '/evergreen/provision' }],
    },
  },
  {
    tokenRequestorId: '50123456803',
    name: 'Old Town Tickets Limited',
    consumerFacingEntityName: 'Old Town Tickets',
    imageAssetId: '0b1f6a52-6d0e-4c7e-9a41-c11c2a9a0006',
    tokenRequestorType: 'MERCHANT',
    ranges: products('0', '1', '2', '3'),
  },
  {
    tokenRequestorId: '12345678901',
    name: 'Token Requestor 1',
    consumerFacingEntityName: 'Sunday Store',
    imageAssetId: 'dbc55444-496a-4896-b41c-5d5e2dd431e2',
    tokenRequestorType: 'MERCHANT',
    ranges: PUBLISHED_TESTS,
    participation: {
      multiple: true,
      holderData: undefined,
      signs: false,
      methods: [
        { type: 'IOS', uri: 'tokenrequestor1://com.tokenrequestor1.pushtoken' },
        { type: 'WEB', uri: '/sunday-store/provision' },
      ],
    },
  },
  {
    tokenRequestorId: '12345678903',
    name: 'Token Requestor 2',
    consumerFacingEntityName: 'Happy Watch',
    imageAssetId: '554dbc44-496a-4896-b41c-dd431e25d5e4',
    tokenRequestorType: 'WALLET',
    walletId: '222',
    ranges: [whole('512345678903')],
    participation: {
      multiple: false,
      holderData: ALL_HOLDER_DATA,
      signs: false,
      methods: [
        { type: 'ANDROID', uri: 'happywatch://com.happywatch.pushtoken' },
        { type: 'WEB', uri: '/happy-watch/provision' },
      ],
    },
  },
];

/** The token requestor with this identifier. */
export function findTokenRequestor(tokenRequestorId: string): TokenRequestor | undefined {
  return TOKEN_REQUESTORS.find((requestor) => requestor.tokenRequestorId === tokenRequestorId);
}

const RANGE_DIGITS = 19;

/** A range start as MDES compares it: padded with zeros to 19 digits (spec 4.1). */
export function paddedStart(start: string): string {
  return start.padEnd(RANGE_DIGITS, '0');
}

/** Starts with 15 digits are those of a single test card: its number without the check digit. */
const SINGLE_CARD = /^\d{15}$/;

/** True when no two customers can share this range. */
export function isSingleCardRange(start: string): boolean {
  return SINGLE_CARD.test(start);
}

/**
 * Of these starts those that are enabled for the token requestor, padded: exactly equal ones (spec 4.1), and ranges of a single
 * card inside a product's range, so that a test can have ranges to itself.
 */
export function enabledStarts(requestor: TokenRequestor, starts: readonly string[]): readonly string[] {
  const exact = new Set(requestor.ranges.map((range) => paddedStart(range.start)));
  const single = (start: string) =>
    SINGLE_CARD.test(start) && requestor.ranges.some(({ prefix }) => start.startsWith(prefix));
  const enabled = starts.filter((start) => exact.has(paddedStart(start)) || single(start));
  return [...new Set(enabled.map(paddedStart))];
}

/** True when the account lies in the range that begins like this. */
export function liesInRange(accountNumber: string, start: string): boolean {
  if (SINGLE_CARD.test(start)) return accountNumber.startsWith(start);
  return TOKEN_REQUESTORS.some(({ ranges }) =>
    ranges.some(
      (range) => paddedStart(range.start) === paddedStart(start) && accountNumber.startsWith(range.prefix),
    ),
  );
}

/** True when the account lies in a range that is enabled for the token requestor. */
export function takesAccount(requestor: TokenRequestor, accountNumber: string): boolean {
  return requestor.ranges.some((range) => accountNumber.startsWith(range.prefix));
}

/** Push methods with full addresses. */
export function pushMethods(participation: Participation, origin: string): readonly PushMethod[] {
  return participation.methods.map(({ type, uri }) => ({
    type,
    uri: uri.startsWith('/') ? origin + uri : uri,
  }));
}
