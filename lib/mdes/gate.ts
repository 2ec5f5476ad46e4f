import type { Result, TokenConnectError } from '@/lib/token-connect/client';

export interface GateOptions {
  /** Calls that may be under way at once, and how many more may wait for one of them to end. */
  maxInFlight: number;
  maxWaiting: number;
  /** Milliseconds that a call may wait before it is answered without having been sent. */
  maxWaitMs: number;
  /** Calls in a row that found nobody, after which the circuit opens. */
  failuresToOpen: number;
  /** Milliseconds after which one call may try again. */
  probeAfterMs: number;
  /** Milliseconds of a clock that never jumps. */
  now: () => number;
  onEvent: (event: GateEvent) => void;
}

export type GateEvent =
  | { kind: 'opened' | 'closed' }
  | { kind: 'not_sent'; operation: string; requestId: string; why: 'circuit_open' | 'too_busy' };

export const GATE: Omit<GateOptions, 'now' | 'onEvent'> = {
  maxInFlight: 16,
  // A wave of two hundred people passes within the two seconds while MDES is well.
  maxWaiting: 256,
  maxWaitMs: 2_000,
  failuresToOpen: 5,
  probeAfterMs: 10_000,
};

export interface Call<T> {
  operation: string;
  requestId: string;
  send: () => Promise<Result<T>>;
}

export interface Gate {
  run<T>(call: Call<T>): Promise<Result<T>>;
}

/**
 * A bulkhead and a circuit breaker in one (RE-01): an MDES that hangs holds a bounded number of our requests, and after some that
 * found nobody it is not asked at all for a while, so that people are told at once. Only silence counts: whatever MDES or its
 * gateway answered, a refusal or an error, shows that somebody is there. Who is turned away here gets `unavailable` with
 * `sent: false`.
 */
export function createGate(o: GateOptions): Gate {
  const circuit = createCircuit(o);
  const slots = createSlots(o);

  const turnAway = <T>({ operation, requestId }: Call<T>, why: 'circuit_open' | 'too_busy'): Result<T> => {
    o.onEvent({ kind: 'not_sent', operation, requestId, why });
    const waitMs = why === 'circuit_open' ? o.probeAfterMs : o.maxWaitMs;
    return {
      ok: false,
      error: {
        kind: 'unavailable',
        retryAfterSeconds: Math.ceil(waitMs / 1000),
        requestId,
        attempts: 0,
        sent: false,
      },
    };
  };

  return {
    async run(call) {
      if (!circuit.mayAsk()) return turnAway(call, 'circuit_open');
      if (!(await slots.take())) return turnAway(call, 'too_busy');
      try {
        // It may have opened while this one waited.
        const permit = circuit.permit();
        if (permit === null) return turnAway(call, 'circuit_open');
        try {
          const result = await call.send();
          permit.settle(result.ok || !isSilence(result.error));
          return result;
        } catch (error) {
          permit.settle(true);
          throw error;
        }
      } finally {
        slots.give();
      }
    },
  };
}

/** Nobody was there, or nobody answered in time. What was found out before sending says nothing about MDES. */
function isSilence({ kind }: TokenConnectError): boolean {
  return kind === 'unreachable' || kind === 'timeout';
}

function createCircuit(o: GateOptions) {
  let silences = 0;
  let openedAt: number | null = null;
  let probing = false;
  const mayProbe = (at: number) => !probing && o.now() - at >= o.probeAfterMs;
  return {
    mayAsk: () => openedAt === null || mayProbe(openedAt),
    permit(): { settle: (answered: boolean) => void } | null {
      const probe = openedAt !== null;
      if (openedAt !== null && !mayProbe(openedAt)) return null;
      if (probe) probing = true;
      return {
        settle(answered) {
          if (probe) probing = false;
          if (answered) {
            silences = 0;
            if (openedAt !== null) o.onEvent({ kind: 'closed' });
            openedAt = null;
            return;
          }
          silences += 1;
          // Calls from before the opening that end now do not prolong it.
          if (probe) openedAt = o.now();
          else if (openedAt === null && silences >= o.failuresToOpen) {
            openedAt = o.now();
            o.onEvent({ kind: 'opened' });
          }
        },
      };
    },
  };
}

function createSlots({ maxInFlight, maxWaiting, maxWaitMs }: GateOptions) {
  let inFlight = 0;
  const waiting: ((taken: boolean) => void)[] = [];
  return {
    /** True when a slot is ours; false when there are too many before us. */
    take(): Promise<boolean> {
      if (inFlight < maxInFlight) {
        inFlight += 1;
        return Promise.resolve(true);
      }
      if (waiting.length >= maxWaiting) return Promise.resolve(false);
      return new Promise((resolve) => {
        const tell = (taken: boolean) => {
          clearTimeout(timer);
          resolve(taken);
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(tell), 1);
          resolve(false);
        }, maxWaitMs);
        waiting.push(tell);
      });
    },
    /** Hands the slot to whoever waits longest. */
    give(): void {
      const next = waiting.shift();
      if (next === undefined) inFlight -= 1;
      else next(true);
    },
  };
}
