import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { Activation, Receipt } from '@/sandbox/store/records';
import { decodeSignature } from '@/sandbox/token-connect/decode-signature';
import { findTokenRequestor } from '@/sandbox/token-connect/token-requestors';
import { wellFormedLocale, type Words } from '@/sandbox/words/words';
import { receiptNow, type World } from '@/sandbox/world';
import { callbackAddress } from './callback';

/** A browser with cards, sent by a bank, that may go on. */
export interface HandOver {
  readonly receipts: readonly Receipt[];
  readonly callbackURL: string;
  readonly locale: string;
  readonly extFlow: boolean;
  readonly bankName: string | undefined;
  /** Where the bank lets Click to Pay itself lead a cardholder who has to prove who they are (spec 4.3). */
  readonly activation: Activation;
}

export type RefusalReason = keyof Words['refusals'];

/** A hand-over that ends here. `returnTo` is there only when the callback is known to be the bank's own. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly locale: string;
  readonly bankName?: string;
  readonly returnTo?: string;
}

export type HandOverResult = { readonly accepted: HandOver } | { readonly refused: Refusal };

const MOST_RECEIPTS = 5;
const receiptId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

const signedHeader = z.strictObject({ alg: z.literal('RS256'), kid: z.string() });
const signedPayload = z.object({
  pushAccountReceipts: z.array(receiptId).min(1).max(MOST_RECEIPTS),
  callbackURL: z.url().max(256),
  completeWebsiteActivation: z.boolean(),
  accountHolderDataSupplied: z.boolean(),
  locale: z.string().optional(),
});

/** What a hand-over claims before receipts were looked up. */
interface Claims {
  readonly receipts: readonly string[];
  readonly callbackURL: string;
  readonly locale: string;
  /** As signed; the flag for the issuer's app is not in the signature (spec 6.3) and comes with the receipt. */
  readonly website?: boolean;
  /** True when a signature of ours covers the callback. */
  readonly trusted: boolean;
}

/** Exactly one value of a parameter; a second one is as bad as none. */
function single(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  return values.length === 1 ? values[0] : undefined;
}

/** Verifies `pushAccountData` (spec 6.3): RS256, a key we know, untouched content. */
function signedClaims(world: World, query: URLSearchParams): Claims | RefusalReason {
  const decoded = decodeSignature(single(query, 'pushAccountData') ?? '');
  const header = signedHeader.safeParse(decoded?.header);
  if (decoded === undefined || !header.success) return 'malformed';
  if (header.data.kid !== world.signingKey.keyId) return 'unknown-key';
  const publicKey = createPublicKey(world.signingKey.privateKey);
  if (!verify('sha256', Buffer.from(decoded.signed), publicKey, decoded.signature)) return 'bad-signature';
  const payload = signedPayload.safeParse(decoded.payload);
  if (!payload.success) return 'malformed';
  const { pushAccountReceipts, callbackURL, locale, completeWebsiteActivation } = payload.data;
  return {
    receipts: pushAccountReceipts,
    callbackURL,
    locale: wellFormedLocale(query.get('locale') ?? locale),
    website: completeWebsiteActivation,
    trusted: true,
  };
}

/** Reads the unsigned form (spec 6.4): several receipts by comma or by repetition, singular and plural name. */
function unsignedClaims(query: URLSearchParams): Claims | RefusalReason {
  const named = [...query.getAll('pushAccountReceipts'), ...query.getAll('pushAccountReceipt')];
  const receipts = named.flatMap((value) => value.split(',')).map((value) => value.trim());
  if (receipts.length === 0) return 'nothing-handed-over';
  if (receipts.length > MOST_RECEIPTS) return 'too-many';
  const callbackURL = single(query, 'callbackURL');
  const wellFormed = receipts.every((receipt) => receiptId.safeParse(receipt).success);
  if (!wellFormed || callbackURL === undefined || !URL.canParse(callbackURL)) return 'malformed';
  return { receipts, callbackURL, locale: wellFormedLocale(query.get('locale')), trusted: false };
}

function claimsOf(world: World, tokenRequestorId: string, query: URLSearchParams): Claims | RefusalReason {
  const signs = findTokenRequestor(tokenRequestorId)?.participation?.signs === true;
  if (query.has('pushAccountData')) return signs ? signedClaims(world, query) : 'malformed';
  const unsigned = unsignedClaims(query);
  return signs && typeof unsigned !== 'string' ? 'unsigned' : unsigned;
}

/** Results that receipts already carry, for a second visit after the work is done. */
function earlierResults(receipts: readonly Receipt[]) {
  return receipts.map(({ receipt, results }) => ({ receipt, values: results ?? [] }));
}

function faultOf(
  world: World,
  tokenRequestorId: string,
  claims: Claims,
  receipts: readonly Receipt[],
): RefusalReason | undefined {
  if (receipts.length < claims.receipts.length) return 'unknown-receipt';
  if (receipts.some((receipt) => receipt.tokenRequestorId !== tokenRequestorId)) return 'other-requestor';
  const multiple = findTokenRequestor(tokenRequestorId)?.participation?.multiple === true;
  if (receipts.length > 1 && !multiple) return 'too-many';
  if (
    !claims.trusted &&
    receipts.some(({ callbackURL }) => callbackURL !== undefined && callbackURL !== claims.callbackURL)
  ) {
    return 'callback-differs';
  }
  if (receipts.some((receipt) => receipt.consumed)) return 'used';
  if (receipts.some((receipt) => receiptNow(world, receipt) >= receipt.expiresAtMs)) return 'expired';
  return undefined;
}

/**
 * Judges what a browser brings to a token requestor's page (spec 6.2 to 6.6). Click to Pay and others that sign refuse an
 * unsigned hand-over; those that do not, compare the callback with the one that was pushed.
 */
export function judgeHandOver(
  world: World,
  tokenRequestorId: string,
  query: URLSearchParams,
): HandOverResult {
  const claims = claimsOf(world, tokenRequestorId, query);
  if (typeof claims === 'string')
    return { refused: { reason: claims, locale: wellFormedLocale(query.get('locale')) } };
  const receipts = claims.receipts.flatMap((id) => world.store.receipt(id) ?? []);
  const [first] = receipts;
  const bankName = first && world.clients.find(first.consumerKey)?.name;
  const reason = faultOf(world, tokenRequestorId, claims, receipts);
  const { callbackURL, locale, trusted } = claims;
  if (reason === undefined) {
    return {
      accepted: {
        receipts,
        callbackURL,
        locale,
        extFlow: query.get('extFlow') === 'true',
        bankName,
        activation: {
          app: receipts.every(({ activation }) => activation.app),
          website: claims.website ?? receipts.every(({ activation }) => activation.website),
        },
      },
    };
  }
  // Unsigned, the callback is the bank's own only when every receipt was pushed with it.
  const pushedSo = receipts.length > 0 && receipts.every((receipt) => receipt.callbackURL === callbackURL);
  const safe = trusted || (pushedSo && reason !== 'unknown-receipt');
  const results = reason === 'used' ? earlierResults(receipts) : [];
  return {
    refused: {
      reason,
      locale,
      ...(bankName !== undefined && { bankName }),
      ...(safe && { returnTo: callbackAddress(callbackURL, results) }),
    },
  };
}
