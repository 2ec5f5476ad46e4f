import { wireTap } from '#demo/recorder';
import { config } from '@/lib/config/env';
import { log } from '@/lib/log/log';
import type { ExchangeEvent, Result, TokenConnectClient } from '@/lib/token-connect/client';
import { CredentialsError, loadCredentials, stampOf } from './credentials';
import { createGate, GATE, type Gate, type GateEvent } from './gate';
import { createKeyRing, type KeyChange, type KeyRing } from './key-ring';

/**
 * One for each process, on globalThis, since the server's bundle and Next's have a copy each of this module: the count of calls
 * that are under way must be one count.
 */
interface Holder {
  gate: Gate;
  ring?: KeyRing;
  /** Of the files from which the ring was made, or that were looked at and refused. */
  stamp?: string;
}
const KEY = Symbol.for('issuer-portal.mdes');
const registry = globalThis as { [KEY]?: Holder };

/**
 * The one client of this process, made from the configuration: the only place that knows which MDES we talk to. Key files that
 * have changed are read anew (KY-05); those that cannot be used are named in the log, and the ones before stay in use.
 * @throws {CredentialsError} when there never were any that can be used: at the start
 */
export function mdes(): TokenConnectClient {
  const holder = (registry[KEY] ??= {
    gate: createGate({ ...GATE, now: () => performance.now(), onEvent: recordGate }),
  });
  const ring = currentRing(holder);
  const { gate } = holder;
  const through = <T>(
    operation: string,
    requestId: string,
    call: (client: TokenConnectClient) => Promise<Result<T>>,
  ) => gate.run({ operation, requestId, send: () => ring.send(call) });
  return {
    getEligibleTokenRequestors: (input) =>
      through('getEligibleTokenRequestors', input.requestId, (client) =>
        client.getEligibleTokenRequestors(input),
      ),
    getAsset: (input) => through('getAsset', input.assetId, (client) => client.getAsset(input)),
    pushMultipleAccounts: (input) =>
      through('pushMultipleAccounts', input.requestId, (client) => client.pushMultipleAccounts(input)),
  };
}

function currentRing(holder: Holder): KeyRing {
  const { mdes: settings } = config();
  const stamp = stampOf(settings);
  if (holder.ring !== undefined && holder.stamp === stamp) return holder.ring;
  try {
    const ring = createKeyRing(loadCredentials(settings, new Date()), settings.baseUrl, {
      exchange: recordExchange,
      change: recordKeyChange,
      tap: wireTap,
    });
    if (holder.ring !== undefined) log.info('mdes.keys_renewed');
    holder.ring = ring;
    holder.stamp = stamp;
    return ring;
  } catch (error) {
    if (holder.ring === undefined) throw error;
    // Perhaps half written: looked at again when it changes again.
    holder.stamp = stamp;
    const count = error instanceof CredentialsError ? error.faults.length : 1;
    log.error('mdes.keys_refused', { errorName: error instanceof Error ? error.name : 'unknown', count });
    return holder.ring;
  }
}

function recordGate(event: GateEvent): void {
  if (event.kind === 'not_sent') {
    const { operation, requestId, why } = event;
    log.warn('mdes.not_sent', { operation, requestId, outcome: why });
  } else if (event.kind === 'opened') log.error('mdes.circuit_opened');
  else log.info('mdes.circuit_closed');
}

function recordKeyChange({ from, to }: KeyChange): void {
  log.error('mdes.key_turned_away', { outcome: from, reference: to });
}

/** One line a call, for operators: ids, numbers and reason codes, never a body. */
function recordExchange({
  operation,
  requestId,
  status,
  durationMs,
  attempts,
  outcome,
  words,
  clockSkewSeconds,
}: ExchangeEvent): void {
  log[outcome === 'ok' ? 'info' : 'warn']('mdes.exchange', {
    operation,
    requestId,
    durationMs,
    attempts,
    outcome,
    ...(status === undefined ? {} : { status }),
    ...(words?.reasonCode === undefined ? {} : { reasonCode: words.reasonCode }),
    ...(clockSkewSeconds === undefined ? {} : { clockSkewSeconds }),
  });
}
