/** What every failure carries, whatever its kind. */
interface FailureContext {
  /** Ours, as sent; for `getAsset`, which has none on the wire, one made for the logs. */
  requestId: string;
  /** HTTP status, when an answer was read. */
  status?: number;
  /** Requests made, retries included; 0 when the input was refused before the first. */
  attempts: number;
  /** False only where nothing can have reached MDES: no connection, or turned away by the gateway before it. */
  sent: boolean;
}

/** Failures by what the caller may do about them. */
export type FailureKind =
  /** No connection was made: nothing was sent, repeat freely. */
  | { kind: 'unreachable' }
  /** Sent, but no complete answer came (too late, or the connection broke): it may have happened. */
  | { kind: 'timeout' }
  /** The gateway or MDES does not accept our keys: a matter for an operator. */
  | { kind: 'unauthorized' }
  /** MDES understood and refused. */
  | { kind: 'rejected'; reasonCode: string; source: string; description?: string }
  /** 5xx or 429. */
  | { kind: 'unavailable'; retryAfterSeconds?: number }
  /** An answer that cannot be read, or an input that must not be sent (then `sent` is false). */
  | { kind: 'malformed'; detail: string }
  /** Encryption failed here, or MDES could not decrypt what we sent. */
  | { kind: 'crypto'; detail: string };

export type TokenConnectError = FailureKind & FailureContext;

export type Result<T> = { ok: true; value: T } | { ok: false; error: TokenConnectError };

/** Why an input was not sent: the name of the field, in the words of the wire, never its value. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';
}

/** Encryption was not possible with the certificate at hand. */
export class EncryptionError extends Error {
  override readonly name = 'EncryptionError';
}
