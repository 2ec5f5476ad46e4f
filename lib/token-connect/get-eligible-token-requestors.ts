import { InvalidInputError, type Result } from './errors';
import { readErrorsOn200 } from './read-answer';
import type { Exchange } from './transport';
import { eligibleResponseSchema } from './wire';

const ACCOUNT_HOLDER_DATA = ['NAME', 'ADDRESS', 'EMAIL_ADDRESS', 'MOBILE_PHONE_NUMBER'] as const;

type AccountHolderDataElement = (typeof ACCOUNT_HOLDER_DATA)[number];

/** A wallet or a shop to which this issuer's cards can be pushed (spec section 4.1). */
export interface TokenRequestor {
  /** 11 digits. */
  tokenRequestorId: string;
  /** The legal name. */
  name: string;
  /** The name to show, in full. */
  consumerFacingEntityName: string;
  imageAssetId?: string;
  /** `MERCHANT` or `WALLET`, or what MDES adds later. */
  tokenRequestorType: string;
  walletId?: string;
  /** Range starts, 19 digits each, without loss. */
  enabledAccountRanges: string[];
  /** `ANDROID`, `IOS`, `WEB`, or what MDES adds later; empty when it takes no part in Token Connect. */
  supportedPushMethods: string[];
  /** Where each method begins (spec section 4.1). The URIs come from outside and are trusted in nothing. */
  availablePushMethods?: { type: string; uri: string }[];
  /** True: up to five cards in one push. False: one. */
  supportsMultiplePushedCards: boolean;
  /** What it accepts about the account holder; elements unknown to us are dropped, since we could not fill them. */
  supportedAccountHolderData: AccountHolderDataElement[];
}

export interface EligibleInput {
  /** 1 to 64 characters. */
  requestId: string;
  /** 1 to 25 range starts, 9 to 19 digits each; MDES pads them with zeros and compares exactly. */
  accountRanges: string[];
}

/** Which token requestors take cards of these account ranges (spec section 4.1). */
export async function getEligibleTokenRequestors(
  exchange: Exchange,
  input: EligibleInput,
): Promise<Result<TokenRequestor[]>> {
  const { requestId, accountRanges } = input;
  if (requestId.length < 1 || requestId.length > 64) throw new InvalidInputError('requestId');
  const outOfBounds = accountRanges.length < 1 || accountRanges.length > 25;
  if (outOfBounds || !accountRanges.every((range) => /^\d{9,19}$/.test(range))) {
    throw new InvalidInputError('accountRanges');
  }
  return exchange({
    operation: 'getEligibleTokenRequestors',
    requestId,
    method: 'POST',
    path: '/connect/1/0/getEligibleTokenRequestors',
    body: Buffer.from(JSON.stringify({ requestId, accountRanges }), 'utf8'),
    secrets: [],
    read: readEligible,
  });
}

function readEligible(json: unknown) {
  const refusal = readErrorsOn200(json);
  if (refusal) return { ok: false as const, failure: refusal };
  const parsed = eligibleResponseSchema.safeParse(json);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    return { ok: false as const, failure: { kind: 'malformed' as const, detail: `unexpected at ${where}` } };
  }
  const { responseId, tokenRequestors = [] } = parsed.data;
  const value = tokenRequestors.map((found): TokenRequestor => {
    const { imageAssetId, walletId, availablePushMethods, supportedAccountHolderData = [], ...rest } = found;
    return {
      ...rest,
      ...(imageAssetId === undefined ? {} : { imageAssetId }),
      ...(walletId === undefined ? {} : { walletId }),
      ...(availablePushMethods === undefined ? {} : { availablePushMethods }),
      supportedPushMethods: found.supportedPushMethods ?? [],
      supportsMultiplePushedCards: found.supportsMultiplePushedCards ?? false,
      supportedAccountHolderData: ACCOUNT_HOLDER_DATA.filter((e) => supportedAccountHolderData.includes(e)),
    };
  });
  return { ok: true as const, value, responseId };
}
