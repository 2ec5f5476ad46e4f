import type { Actor } from '@/lib/auth/actor';
import { audit } from '@/lib/audit/audit';
import { database } from '@/lib/db/client';
import { MAX_QUERY_LENGTH, parseResults } from '@/lib/domain/result';
import { log } from '@/lib/log/log';
import { randomId, sha256 } from '@/lib/sealing/seal';
import { enrollmentOfFlow, enrollmentsOfReceipts, findEnrollment } from './enrollment.repo';
import { dropParkedReturn, findParkedReturn, parkReturn } from './parked-return.repo';
import { recordReturn } from './record-return';
import { countRefusal } from './refusal-limit';

/** Clean addresses to which every return is sent on: none holds a receipt (CB-07). */
const resultsPath = (enrollmentId: string) => `/tokenization-results/${enrollmentId}`;
export const NEUTRAL_PATH = '/tokenization-results/none';
export const PARKED_PATH = '/tokenization-results/parked';
const signInFirst = (path: string) => `/login?next=${encodeURIComponent(path)}`;

export interface Return {
  /** Raw query string, as it came. */
  query: string;
  actor: Actor | null;
  /** Value of the flow cookie, if the browser has one. */
  flow: string | undefined;
  /** Address of the browser, as the server established it. */
  address?: string | null;
}

export interface Onward {
  path: string;
  /** Set when this browser needs a flow cookie to find its parked return again. */
  newFlow?: string;
  /** Set when this browser has come with too many returns that were not its own: seconds to wait. */
  retryAfterSeconds?: number;
}

/**
 * Decides what a return is worth and where the browser goes (decisions 6). Owner on the browser that left: applied. Owner on
 * another browser, or not signed in on the browser that left: parked. Anybody else: nothing changes, nothing is consumed.
 */
export async function receiveReturn(arrival: Return): Promise<Onward> {
  const { query, actor, flow } = arrival;
  const flowHash = flow === undefined ? null : sha256(flow);
  const results = parseResults(query);
  const claimed = await enrollmentsOfReceipts(results.map(({ receipt }) => receipt));
  const claim = claimed.length === 1 ? claimed[0] : undefined;
  if (claim === undefined) return unmatched(arrival, flowHash, query.length > 1 ? 'unknown_receipt' : null);
  const sameBrowser = flowHash !== null && claim.flowHash === flowHash;
  if (actor === null) {
    if (!sameBrowser) return { path: NEUTRAL_PATH, ...(await refused(arrival, 'foreign_browser')) };
    await parkReturn(flowHash, query.slice(0, MAX_QUERY_LENGTH), new Date());
    return { path: signInFirst(PARKED_PATH) };
  }
  if (claim.customerId !== actor.customer.id) return unmatched(arrival, flowHash, 'foreign_receipt');
  if (sameBrowser) {
    const record = await recordReturn(actor, claim.enrollmentId, results);
    log.info('callback.received', {
      enrollmentId: claim.enrollmentId,
      outcome: record,
      count: results.length,
    });
    return { path: resultsPath(claim.enrollmentId) };
  }
  const parking = flow ?? randomId();
  await parkReturn(sha256(parking), query.slice(0, MAX_QUERY_LENGTH), new Date());
  return { path: PARKED_PATH, ...(flow === undefined ? { newFlow: parking } : {}) };
}

/** No results, or receipts that nobody knows: the flow's own enrollment when this browser has one, else one neutral page (decisions 1). */
async function unmatched(arrival: Return, flowHash: string | null, why: string | null): Promise<Onward> {
  const { actor } = arrival;
  const limit = why === null ? {} : await refused(arrival, why);
  const own = flowHash === null ? null : await enrollmentOfFlow(flowHash);
  if (own === null || (actor !== null && own.customerId !== actor.customer.id))
    return { path: NEUTRAL_PATH, ...limit };
  const path = resultsPath(own.enrollmentId);
  return { path: actor === null ? signInFirst(path) : path, ...limit };
}

/** Logged, and audited for a person we know; from a certain number on only counted (PU-13). A return that is ours never comes here. */
async function refused(
  { actor, address }: Return,
  outcome: string,
): Promise<Pick<Onward, 'retryAfterSeconds'>> {
  const retryAfterSeconds =
    actor === null
      ? countRefusal('address', address ?? 'unknown', Date.now())
      : countRefusal('customer', actor.customer.id, Date.now());
  log.warn(retryAfterSeconds === null ? 'callback.refused' : 'callback.too_many', { outcome });
  if (retryAfterSeconds !== null) return { retryAfterSeconds };
  if (actor === null) return {};
  await database().transaction((tx) =>
    audit(tx, {
      at: actor.clock(),
      actor: actor.customer.id,
      sessionHash: actor.sessionHash,
      action: 'callback',
      outcome,
    }),
  );
  return {};
}

/** The parked return of this browser if it belongs to this customer: what the page asks about. */
export async function parkedReturnOf(
  actor: Actor,
  flow: string | undefined,
): Promise<{ enrollmentId: string; reference: string; sameBrowser: boolean } | null> {
  if (flow === undefined) return null;
  const flowHash = sha256(flow);
  const parked = await findParkedReturn(flowHash);
  if (parked === null) return null;
  const claimed = await enrollmentsOfReceipts(parseResults(parked.query).map(({ receipt }) => receipt));
  const claim = claimed.length === 1 ? claimed[0] : undefined;
  if (claim === undefined || claim.customerId !== actor.customer.id) return null;
  const enrollment = await findEnrollment(actor.customer.id, claim.enrollmentId);
  return enrollment === null
    ? null
    : {
        enrollmentId: enrollment.id,
        reference: enrollment.reference,
        sameBrowser: claim.flowHash === flowHash,
      };
}

/** Applies this browser's parked return for its owner, and forgets it. */
export async function applyParkedReturn(actor: Actor, flow: string | undefined): Promise<Onward> {
  const parked = await parkedReturnOf(actor, flow);
  if (parked === null || flow === undefined) return { path: NEUTRAL_PATH };
  const stored = await findParkedReturn(sha256(flow));
  if (stored !== null) await recordReturn(actor, parked.enrollmentId, parseResults(stored.query));
  await dropParkedReturn(sha256(flow));
  return { path: resultsPath(parked.enrollmentId) };
}

/**
 * For the sign-in itself: a return that was parked on the very browser that left is applied now, since its owner is back
 * (CB-10). Answers where to go, or null when there is nothing parked or the person was heading elsewhere.
 */
export async function resumeParkedReturn(
  actor: Actor,
  flow: string | undefined,
  next: string,
): Promise<string | null> {
  if (next !== PARKED_PATH) return null;
  const parked = await parkedReturnOf(actor, flow);
  if (parked === null || !parked.sameBrowser) return null;
  return (await applyParkedReturn(actor, flow)).path;
}
