import { attemptOnce, type Attempt } from './attempt';
import type { FailureKind, Result } from './errors';
import { readAnswer, type Words } from './read-answer';
import { MAX_RETRIES, clockSkewSeconds, jitterMs, retryAfterSeconds } from './retry';
import { scrubSecrets } from './scrub';
import { authorizationHeader, type Signer } from './signing';

export interface Timeouts {
  /** Connecting, TLS included. */
  connectMs: number;
  /** From the start of one request to the head of its answer. */
  responseMs: number;
  /** One call, with retries, waits and bodies. */
  totalMs: number;
}

/** One call as an operator may see it: no personal data, no payload. */
export interface ExchangeEvent {
  operation: string;
  requestId: string;
  responseId?: string;
  status?: number;
  durationMs: number;
  attempts: number;
  outcome: 'ok' | FailureKind['kind'];
  /** What the gateway or MDES gave as a reason. */
  words?: Words;
  /** Set when our clock was corrected by the gateway's `Date`, in seconds that it is ahead of us. */
  clockSkewSeconds?: number;
}

type Read<T> = { ok: true; value: T; responseId?: string } | { ok: false; failure: FailureKind };

interface Call<T> {
  operation: string;
  requestId: string;
  method: 'GET' | 'POST';
  /** Below the base URL, with its leading slash; no query. */
  path: string;
  body: Buffer | null;
  /** Removed from the answer before anything reads it. */
  secrets: string[];
  read: (json: unknown) => Read<T>;
}

export interface TransportOptions {
  baseUrl: string;
  signer: Signer;
  fetch: typeof fetch;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  timeouts: Timeouts;
  onExchange: (event: ExchangeEvent) => void;
}

/** What one attempt means for the call. */
interface Verdict<T> {
  read: Read<T>;
  sent: boolean;
  status?: number;
  words?: Words;
  /** Set when the call may be repeated without asking anybody: how long to wait. */
  repeatAfterMs?: number;
}

export type Exchange = <T>(call: Call<T>) => Promise<Result<T>>;

/**
 * Signs, sends and reads one call, within its deadline. Repeats only what cannot have happened: no connection, 429,
 * 503 with `Retry-After`; and once after a 401 that a wrong clock explains. Never after a byte of an answer and never
 * after a timeout, because MDES may have acted.
 */
export function createExchange(o: TransportOptions): Exchange {
  // What the gateway's clock taught us; kept, so that a wrong clock costs one refusal and not one per call.
  let skewMs = 0;

  return async <T>(call: Call<T>): Promise<Result<T>> => {
    const startedAt = performance.now();
    const elapsedMs = () => performance.now() - startedAt;
    let corrected: { seconds: number; from: number } | undefined;
    let answered: Verdict<T> | undefined;

    for (let attempts = 1; ; attempts++) {
      const usedMs = skewMs;
      const signedAtMs = o.now() + usedMs;
      const remainingMs = o.timeouts.totalMs - elapsedMs();
      const attempt = await attemptOnce(o.fetch, sign(o, call, signedAtMs), {
        responseMs: o.timeouts.responseMs,
        remainingMs,
      });
      const verdict = judge(call, attempt, { attempts, nowMs: signedAtMs, signer: o.signer });

      const skew = verdict.status === 401 ? clockSkewSeconds(dateOf(attempt), signedAtMs) : undefined;
      if (skew !== undefined && !corrected) {
        corrected = { seconds: skew, from: usedMs };
        skewMs = usedMs + skew * 1000;
        continue;
      }
      if (corrected && verdict.status === 401) skewMs = corrected.from;

      const waitMs = verdict.repeatAfterMs;
      if (waitMs !== undefined && attempts <= MAX_RETRIES && elapsedMs() + waitMs < o.timeouts.totalMs) {
        if (verdict.status !== undefined) answered = verdict;
        await o.sleep(waitMs);
        continue;
      }
      // An earlier attempt that was answered says more than a last one that found nobody.
      const last = verdict.sent || verdict.status !== undefined ? verdict : (answered ?? verdict);
      report(o, call, last, { attempts, durationMs: elapsedMs(), corrected: corrected?.seconds });
      return conclude(call, last, attempts);
    }
  };
}

function sign<T>(o: TransportOptions, call: Call<T>, atMs: number) {
  const { method, body } = call;
  const url = o.baseUrl + call.path;
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'issuer-portal',
    authorization: authorizationHeader(o.signer, { method, url, body }, atMs),
  };
  if (body) {
    headers['content-type'] = 'application/json; charset=UTF-8';
    headers['content-length'] = String(body.byteLength);
  }
  return { url, method, headers, body };
}

function judge<T>(
  call: Call<T>,
  attempt: Attempt,
  at: { attempts: number; nowMs: number; signer: Signer },
): Verdict<T> {
  const jitter = () => jitterMs(at.attempts, at.signer.randomBytes);
  if (attempt.got === 'no_connection') {
    return { read: failed({ kind: 'unreachable' }), sent: false, repeatAfterMs: jitter() };
  }
  const status = attempt.status === undefined ? {} : { status: attempt.status };
  if (attempt.got === 'no_answer') return { read: failed({ kind: 'timeout' }), sent: true, ...status };
  if (attempt.got === 'too_much') {
    const detail = 'the answer is larger than 1 MB';
    return { read: failed({ kind: 'malformed', detail }), sent: true, ...status };
  }

  const retryAfter = retryAfterSeconds(attempt.headers.get('retry-after'), at.nowMs);
  const reading = readAnswer({
    status: attempt.status,
    text: scrubSecrets(attempt.text, call.secrets),
    ...(retryAfter === undefined ? {} : { retryAfterSeconds: retryAfter }),
  });
  if (reading.ok) return { read: call.read(reading.json), sent: true, ...status };
  const repeatable = attempt.status === 429 || (attempt.status === 503 && retryAfter !== undefined);
  return {
    read: failed(reading.failure),
    sent: !reading.refusedBefore,
    ...status,
    ...(reading.words ? { words: reading.words } : {}),
    ...(repeatable ? { repeatAfterMs: (retryAfter ?? 0) * 1000 + jitter() } : {}),
  };
}

function failed(failure: FailureKind): { ok: false; failure: FailureKind } {
  return { ok: false, failure };
}

function dateOf(attempt: Attempt): string | null {
  return attempt.got === 'answer' ? attempt.headers.get('date') : null;
}

function report<T>(
  o: TransportOptions,
  call: Call<T>,
  { read, status, words }: Verdict<T>,
  run: { attempts: number; durationMs: number; corrected: number | undefined },
): void {
  o.onExchange({
    operation: call.operation,
    requestId: call.requestId,
    durationMs: Math.round(run.durationMs),
    attempts: run.attempts,
    outcome: read.ok ? 'ok' : read.failure.kind,
    ...(read.ok && read.responseId !== undefined ? { responseId: read.responseId } : {}),
    ...(status === undefined ? {} : { status }),
    ...(words ? { words } : {}),
    ...(run.corrected === undefined ? {} : { clockSkewSeconds: run.corrected }),
  });
}

function conclude<T>(call: Call<T>, { read, status, sent }: Verdict<T>, attempts: number): Result<T> {
  if (read.ok) return { ok: true, value: read.value };
  const context = { requestId: call.requestId, attempts, sent, ...(status === undefined ? {} : { status }) };
  return { ok: false, error: { ...read.failure, ...context } };
}
