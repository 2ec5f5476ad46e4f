import { randomBytes, type KeyObject } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import { createEncryption } from './encryption';
import {
  EncryptionError,
  InvalidInputError,
  type FailureKind,
  type Result,
  type TokenConnectError,
} from './errors';
import { getAsset, type MediaContent } from './get-asset';
import {
  getEligibleTokenRequestors,
  type EligibleInput,
  type TokenRequestor,
} from './get-eligible-token-requestors';
import { createHttpSender } from './http-sender';
import { pushMultipleAccounts, type PushInput, type PushOutcome } from './push-multiple-accounts';
import { createExchange, type ExchangeEvent, type Timeouts } from './transport';

export { chooseHandOff, universalLink } from './redirect';
export type { ExchangeEvent, PushInput, PushOutcome, Result, TokenConnectError, TokenRequestor };

export interface TokenConnectOptions {
  /** Everything before `/connect/1/0/...`, e.g. `https://sandbox.api.mastercard.com/mdes`. */
  baseUrl: string;
  /** `<client id>!<key id>`. */
  consumerKey: string;
  signingKey: KeyObject;
  encryptionCertificatePem: string;
  /** Hex; SHA-256 of the certificate when absent. */
  encryptionFingerprint?: string;
  /** Mastercard's keys; when given, the signature of every push is checked. */
  jwks?: JSONWebKeySet;
  /** Defaults to a sender of our own over node:https. */
  fetch?: typeof fetch;
  /** Stands between the client and the wire: sees every attempt as it is sent and answered. */
  tap?: (send: typeof fetch) => typeof fetch;
  /** Unix time in milliseconds. */
  now?: () => number;
  randomBytes?: (n: number) => Buffer;
  timeouts?: Timeouts;
  sleep?: (ms: number) => Promise<void>;
  /** Called once per call, after its last attempt; receives no personal data. */
  onExchange?: (event: ExchangeEvent) => void;
}

export interface TokenConnectClient {
  getEligibleTokenRequestors(input: EligibleInput): Promise<Result<TokenRequestor[]>>;
  getAsset(input: { assetId: string }): Promise<Result<MediaContent[]>>;
  pushMultipleAccounts(input: PushInput): Promise<Result<PushOutcome>>;
}

/** Below the 15 seconds after which a person gives up. */
const TIMEOUTS: Timeouts = { connectMs: 2_000, responseMs: 10_000, totalMs: 12_000 };

/**
 * A client of MDES Token Connect (spec/token-connect). Its calls never throw: an input that must not be sent is
 * `malformed` with `sent: false`, everything else is a failure by what the caller may do about it.
 * @throws {EncryptionError} when the certificate is unusable: at start, not at the first push.
 */
export function createTokenConnectClient(options: TokenConnectOptions): TokenConnectClient {
  const random = options.randomBytes ?? randomBytes;
  const now = options.now ?? Date.now;
  const timeouts = options.timeouts ?? TIMEOUTS;
  const encrypt = createEncryption(options.encryptionCertificatePem, options.encryptionFingerprint);
  const send = options.fetch ?? createHttpSender(timeouts.connectMs);
  const exchange = createExchange({
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    signer: { consumerKey: options.consumerKey, signingKey: options.signingKey, randomBytes: random },
    fetch: options.tap?.(send) ?? send,
    now,
    sleep: options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    timeouts,
    onExchange: options.onExchange ?? (() => undefined),
  });
  const tools = { exchange, encrypt, now, ...(options.jwks ? { jwks: options.jwks } : {}) };
  return {
    getEligibleTokenRequestors: (input) =>
      guarded(input.requestId, () => getEligibleTokenRequestors(exchange, input)),
    getAsset: (input) => {
      const requestId = random(16).toString('hex');
      return guarded(requestId, () => getAsset(exchange, input, requestId));
    },
    pushMultipleAccounts: (input) => guarded(input.requestId, () => pushMultipleAccounts(tools, input)),
  };
}

/** What is found before the first request becomes a result like any other. */
async function guarded<T>(requestId: string, call: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call();
  } catch (error) {
    const failure = beforeSending(error);
    if (!failure) throw error;
    return { ok: false, error: { ...failure, requestId, attempts: 0, sent: false } };
  }
}

function beforeSending(error: unknown): FailureKind | undefined {
  if (error instanceof InvalidInputError) {
    return { kind: 'malformed', detail: `not sent, out of bounds: ${error.message}` };
  }
  return error instanceof EncryptionError ? { kind: 'crypto', detail: error.message } : undefined;
}
