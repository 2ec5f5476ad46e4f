import { randomUUID } from 'node:crypto';
import { config } from '@/lib/config/env';
import { coreBanking } from '@/lib/core-banking/adapter';
import type { Card } from '@/lib/core-banking/core-banking';
import { ineligibility, paddedRange } from '@/lib/domain/card';
import type { TokenRequestorView } from '@/lib/domain/read-models';
import { log } from '@/lib/log/log';
import { mdes } from '@/lib/mdes/mdes';
import { sha256 } from '@/lib/sealing/seal';
import { universalLink, type TokenRequestor } from '@/lib/token-connect/client';
import { cachedTokenRequestors, cacheTokenRequestors } from './cache.repo';
import { ensureLogo } from './logo';

/** A day: account ranges change rarely (AS-06), and a returning tab re-checks anyway. */
const FRESH_MS = 24 * 60 * 60_000;
/** A re-check that follows another within this time is answered from the cache. */
const RECHECK_MS = 60_000;
/** MDES takes at most 25 ranges in a call (spec 4.1). */
const RANGES_PER_CALL = 25;

export interface Eligibility {
  status: 'fresh' | 'stale' | 'unavailable';
  asOf: Date | null;
  requestors: TokenRequestor[];
}

interface AskingAgain {
  recheck: boolean;
  /** The time of whoever asks; the age of an answer is judged by it. */
  now?: Date;
}

const underway = new Map<string, Promise<Eligibility>>();

/**
 * Token requestors for these account ranges: from the cache while it is fresh, else from MDES, one call at a time for equal
 * questions. When MDES cannot answer, an older answer serves and says so; without one, `unavailable` and an empty list.
 */
export function eligibleFor(
  accountRanges: string[],
  options: AskingAgain = { recheck: false },
): Promise<Eligibility> {
  const ranges = [...new Set(accountRanges)].sort();
  if (ranges.length === 0) return Promise.resolve({ status: 'fresh', asOf: null, requestors: [] });
  const key = sha256(ranges.join(','));
  const running = underway.get(key);
  if (running) return running;
  const now = options.now ?? new Date();
  const job = ask(key, ranges, now, options.recheck ? RECHECK_MS : FRESH_MS).finally(() =>
    underway.delete(key),
  );
  underway.set(key, job);
  return job;
}

async function ask(key: string, ranges: string[], now: Date, freshMs: number): Promise<Eligibility> {
  const cached = await cachedTokenRequestors(key);
  if (cached && now.getTime() - cached.fetchedAt.getTime() < freshMs)
    return { status: 'fresh', asOf: cached.fetchedAt, requestors: cached.requestors };
  const merged = new Map<string, TokenRequestor>();
  for (let from = 0; from < ranges.length; from += RANGES_PER_CALL) {
    const answer = await mdes().getEligibleTokenRequestors({
      requestId: randomUUID(),
      accountRanges: ranges.slice(from, from + RANGES_PER_CALL),
    });
    if (!answer.ok) {
      log.warn('eligibility.failed', { outcome: answer.error.kind, requestId: answer.error.requestId });
      return cached
        ? { status: 'stale', asOf: cached.fetchedAt, requestors: cached.requestors }
        : { status: 'unavailable', asOf: null, requestors: [] };
    }
    // Without a push method it takes no part in Token Connect (spec 4.1): there is nothing to offer a person.
    for (const requestor of answer.value)
      if (requestor.supportedPushMethods.length > 0) merge(merged, requestor);
  }
  const requestors = [...merged.values()];
  const fetchedAt = new Date();
  await cacheTokenRequestors(key, requestors, fetchedAt);
  return { status: 'fresh', asOf: fetchedAt, requestors };
}

function merge(into: Map<string, TokenRequestor>, requestor: TokenRequestor): void {
  const known = into.get(requestor.tokenRequestorId);
  into.set(
    requestor.tokenRequestorId,
    known
      ? { ...known, enabledAccountRanges: [...known.enabledAccountRanges, ...requestor.enabledAccountRanges] }
      : requestor,
  );
}

/** Eligibility for a customer's own cards, with the cards. */
export async function eligibilityOf(
  customerId: string,
  options?: AskingAgain,
): Promise<{ cards: Card[]; eligibility: Eligibility }> {
  const cards = await coreBanking().cards(customerId);
  return {
    cards,
    eligibility: await eligibleFor(
      cards.map((card) => card.accountRange),
      options,
    ),
  };
}

/** What screens may know of a token requestor; starts fetching its logo without waiting for it. */
export function tokenRequestorView(requestor: TokenRequestor, cards: Card[], now: Date): TokenRequestorView {
  const isClickToPay = requestor.tokenRequestorId === config().clickToPayTokenRequestorId;
  if (requestor.imageAssetId !== undefined) void ensureLogo(requestor.imageAssetId);
  return {
    tokenRequestorId: requestor.tokenRequestorId,
    name: displayName(requestor.consumerFacingEntityName),
    kind: requestor.tokenRequestorType === 'MERCHANT' ? 'shop' : 'wallet',
    logo:
      requestor.imageAssetId === undefined
        ? null
        : `/api/asset/${encodeURIComponent(requestor.imageAssetId)}`,
    isClickToPay,
    web: requestor.supportedPushMethods.includes('WEB'),
    apps: [
      ...(requestor.supportedPushMethods.includes('IOS') ? (['ios'] as const) : []),
      ...(requestor.supportedPushMethods.includes('ANDROID') ? (['android'] as const) : []),
    ],
    appHref: requestor.supportedPushMethods.includes('WEB')
      ? null
      : universalLink(requestor.availablePushMethods ?? [], {
          allowedHosts: config().tokenRequestorHosts,
          allowHttpLoopback: config().mode === 'demo',
        }),
    maxCards: requestor.supportsMultiplePushedCards ? 5 : 1,
    eligibleCardIds: cards
      .filter((card) => ineligibility(card, now) === null && accepts(requestor, card))
      .map((card) => card.id),
  };
}

/** MDES compares padded range starts exactly, not by containment (spec 4.1). */
function accepts(requestor: TokenRequestor, card: Card): boolean {
  return requestor.enabledAccountRanges.includes(paddedRange(card.accountRange));
}

/** A partner's name as plain text: no control or direction characters, a hundred at most (AS-01). */
export function displayName(name: string): string {
  return (
    name
      .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
      .trim()
      .slice(0, 100) || 'Unnamed'
  );
}

/** One token requestor that takes cards of this customer, or null: an id from the browser is a claim. */
export async function findTokenRequestor(
  customerId: string,
  tokenRequestorId: string,
  now: Date,
): Promise<{ requestor: TokenRequestor; view: TokenRequestorView; cards: Card[] } | null> {
  const { cards, eligibility } = await eligibilityOf(customerId);
  const requestor = eligibility.requestors.find(
    (candidate) => candidate.tokenRequestorId === tokenRequestorId,
  );
  return requestor ? { requestor, view: tokenRequestorView(requestor, cards, now), cards } : null;
}
