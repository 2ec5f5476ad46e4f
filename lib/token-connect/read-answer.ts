import type { FailureKind } from './errors';
import { parseLosslessJson } from './lossless-json';
import { scrubWords } from './scrub';
import { errorWrapperSchema, gatewayErrorsSchema, type MdesError } from './wire';

/** An HTTP answer, read to its end. */
export interface Answer {
  status: number;
  text: string;
  retryAfterSeconds?: number;
}

/** What the gateway or MDES said, for an operator's log; no card number can be in it. */
export interface Words {
  source: string;
  reasonCode: string;
  description?: string;
}

export type Reading =
  | { ok: true; json: unknown }
  /** `refusedBefore`: turned away by the gateway, so MDES never saw it. */
  | { ok: false; failure: FailureKind; refusedBefore: boolean; words?: Words };

/** MDES could not open what we sent: our certificate or fingerprint (spec sections 2.1 and 5.2). */
const CRYPTO_REASONS = new Set([
  'CRYPTOGRAPHY_ERROR',
  'REQUEST_DECRYPT_FAILED',
  'DECRYPT_PRIVATE_KEY_NOT_FOUND',
]);
const GATEWAY_REFUSALS = new Set([400, 401, 403]);

/**
 * Reads any answer into JSON or one named failure. Status 200 is not success and a failure status need not carry
 * JSON (spec section 5.1); the two error bodies are recognised on every status.
 */
export function readAnswer(answer: Answer): Reading {
  const { status } = answer;
  const json = parse(answer.text);
  const gateway = gatewayErrorsSchema.safeParse(json).data?.Errors.Error[0];
  const mdes = errorWrapperSchema.safeParse(json).data?.errors[0];
  const words = cleanWords(gateway ?? mdes);
  const fail = (failure: FailureKind, refusedBefore = false): Reading =>
    words ? { ok: false, failure, refusedBefore, words } : { ok: false, failure, refusedBefore };

  if (status === 429 || status >= 500) {
    const { retryAfterSeconds } = answer;
    const later = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
    return fail({ kind: 'unavailable', ...later }, status === 429);
  }
  if (words && CRYPTO_REASONS.has(words.reasonCode))
    return fail({ kind: 'crypto', detail: words.reasonCode });
  if (gateway && gateway.source.toLowerCase() === 'gateway' && GATEWAY_REFUSALS.has(status)) {
    return fail({ kind: 'unauthorized' }, true);
  }
  if (status === 401 || status === 403) return fail({ kind: 'unauthorized' }, mdes === undefined);
  if (words?.reasonCode === 'AUTHORIZATION_FAILED') return fail({ kind: 'unauthorized' });
  if (gateway && words) return fail({ kind: 'rejected', ...words });
  if (status !== 200) {
    return words ? fail({ kind: 'rejected', ...words }) : fail(malformed(`status ${status}, no error body`));
  }
  if (json === undefined) return fail(malformed(`not JSON, ${answer.text.length} characters`));
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return fail(malformed('not a JSON object'));
  }
  return { ok: true, json };
}

/** Errors inside a 200, for the operations that have no other use of `errors`. */
export function readErrorsOn200(json: unknown): FailureKind | undefined {
  const first = errorWrapperSchema.safeParse(json).data?.errors[0];
  return first && { kind: 'rejected', ...toRefusal(first) };
}

/** One MDES error as a refusal that may be logged. */
export function toRefusal(error: MdesError): Words {
  const { source, reasonCode, description } = error;
  return {
    source: scrubWords(source),
    reasonCode: scrubWords(reasonCode),
    ...(description === undefined ? {} : { description: scrubWords(description) }),
  };
}

function cleanWords(error: MdesError | undefined): Words | undefined {
  return error && toRefusal(error);
}

function malformed(detail: string): FailureKind {
  return { kind: 'malformed', detail };
}

function parse(text: string): unknown {
  try {
    return parseLosslessJson(text);
  } catch {
    return undefined;
  }
}
