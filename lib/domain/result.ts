/**
 * What comes back on the callback: `results[<receipt>]=<RESULT>[|<token unique reference>]` (seed page, step 4; spec 7).
 * The whole query is a claim made by a browser: this parser is tolerant in form, strict in meaning, and never throws.
 */
import type { CardOutcome } from './enrollment';

export interface ReportedResult {
  receipt: string;
  outcome: Extract<
    CardOutcome,
    'approved' | 'declined' | 'cancelled' | 'duplicate' | 'needs_authentication' | 'error' | 'unknown'
  >;
  /** Only where the result carries a well-formed one (decisions 1). */
  tokenUniqueReference: string | null;
}

/** Exact, case-sensitive allow-list; anything else is `unknown`, never success (CB-05). */
const OUTCOMES: ReadonlyMap<string, ReportedResult['outcome']> = new Map([
  ['APPROVED', 'approved'],
  ['DECLINED', 'declined'],
  ['CANCELLED', 'cancelled'],
  ['CANCELED', 'cancelled'],
  ['DUPLICATE_REQUEST', 'duplicate'],
  ['REQUIRE_ADDITIONAL_AUTHENTICATION', 'needs_authentication'],
  ['ERROR', 'error'],
  ['FAILED', 'error'],
] as const);

export const MAX_QUERY_LENGTH = 8_192;
const MAX_RESULTS = 20;
const RECEIPT_KEY = /^results\[([A-Za-z0-9-]{1,64})\]$/;
const TOKEN_UNIQUE_REFERENCE = /^[A-Za-z0-9]{1,64}$/;

/**
 * Reads the results of a raw query string (with or without `?`). The first entry for a receipt wins; a second one that says
 * something else makes that card `unknown`. Nothing readable gives an empty list.
 */
export function parseResults(query: string): ReportedResult[] {
  if (query.length > MAX_QUERY_LENGTH) return [];
  const byReceipt = new Map<string, ReportedResult>();
  for (const [key, value] of new URLSearchParams(query)) {
    const receipt = RECEIPT_KEY.exec(key)?.[1];
    if (receipt === undefined) continue;
    const result = readResult(receipt, value);
    const earlier = byReceipt.get(receipt);
    if (earlier === undefined) {
      if (byReceipt.size >= MAX_RESULTS) return [];
      byReceipt.set(receipt, result);
    } else if (
      earlier.outcome !== result.outcome ||
      earlier.tokenUniqueReference !== result.tokenUniqueReference
    ) {
      byReceipt.set(receipt, { receipt, outcome: 'unknown', tokenUniqueReference: null });
    }
  }
  return [...byReceipt.values()];
}

/** Splits at the first `|`; further segments are tolerated and ignored (spec 7). An approval without a reference is not one. */
function readResult(receipt: string, value: string): ReportedResult {
  const [word = '', reference] = value.split('|');
  const outcome = OUTCOMES.get(word) ?? 'unknown';
  const wellFormed = reference !== undefined && TOKEN_UNIQUE_REFERENCE.test(reference);
  if (outcome === 'approved' && !wellFormed)
    return { receipt, outcome: 'unknown', tokenUniqueReference: null };
  return { receipt, outcome, tokenUniqueReference: wellFormed ? reference : null };
}
