import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Result, TokenConnectError } from '@/lib/token-connect/client';
import { createTokenConnectClient } from '@/lib/token-connect/client';
import { answer, startPeer, type Peer } from '@/lib/testing/token-connect-vectors/peer';
import { makeTestKeys } from '@/lib/testing/token-connect-vectors/test-keys';
import { createGate, GATE, type GateEvent } from './gate';

let now = 0;
let events: GateEvent[] = [];
const gate = (change: Partial<typeof GATE> = {}) => {
  now = 0;
  events = [];
  return createGate({ ...GATE, ...change, now: () => now, onEvent: (event) => events.push(event) });
};
const failed = (kind: 'timeout' | 'unreachable' | 'unauthorized' | 'unavailable'): Result<string> => ({
  ok: false,
  error: { kind, requestId: 'r', attempts: 1, sent: kind === 'timeout' },
});
const refused: Result<string> = {
  ok: false,
  error: { kind: 'rejected', reasonCode: 'X', source: 'Y', requestId: 'r', attempts: 1, sent: true },
};
const ok: Result<string> = { ok: true, value: 'answer' };
const call = (result: Result<string> | Promise<Result<string>>) => ({
  operation: 'pushMultipleAccounts',
  requestId: 'r',
  send: vi.fn(() => Promise.resolve(result)),
});
const errorOf = (result: Result<unknown>): TokenConnectError | null => (result.ok ? null : result.error);
const turnedAway = { kind: 'unavailable', sent: false, attempts: 0 };

describe('the circuit', () => {
  const open = async (kind: 'timeout' | 'unreachable' = 'timeout') => {
    const circuit = gate();
    for (let i = 0; i < 5; i += 1) await circuit.run(call(failed(kind)));
    return circuit;
  };

  it.each(['timeout', 'unreachable'] as const)(
    'RE-01: opens after five calls that found nobody (%s), and then answers without asking',
    async (kind) => {
      const circuit = gate();
      for (let i = 0; i < 4; i += 1) await circuit.run(call(failed(kind)));
      const fifth = call(failed(kind));
      expect(errorOf(await circuit.run(fifth))).toMatchObject({ kind });
      const sixth = call(ok);
      expect(errorOf(await circuit.run(sixth))).toMatchObject({ ...turnedAway, retryAfterSeconds: 10 });
      expect(sixth.send).not.toHaveBeenCalled();
      expect(events.map((event) => event.kind)).toEqual(['opened', 'not_sent']);
    },
  );

  it('RE-01: lets one call try after ten seconds, and closes when somebody answers', async () => {
    const circuit = await open();
    now = 9_999;
    expect(errorOf(await circuit.run(call(ok)))).toMatchObject(turnedAway);
    now = 10_000;
    let answerProbe: (result: Result<string>) => void = () => undefined;
    const probe = circuit.run(call(new Promise((resolve) => (answerProbe = resolve))));
    const beside = call(ok);
    expect(errorOf(await circuit.run(beside))).toMatchObject(turnedAway);
    expect(beside.send).not.toHaveBeenCalled();
    answerProbe(ok);
    expect(await probe).toEqual(ok);
    expect(await circuit.run(call(ok))).toEqual(ok);
    expect(events.at(-1)).toEqual({ kind: 'closed' });
  });

  it('RE-01: stays open for ten seconds more when the one that tried found nobody', async () => {
    const circuit = await open('unreachable');
    now = 10_000;
    expect(errorOf(await circuit.run(call(failed('unreachable'))))).toMatchObject({ kind: 'unreachable' });
    now = 19_999;
    expect(errorOf(await circuit.run(call(ok)))).toMatchObject(turnedAway);
    now = 20_000;
    expect(await circuit.run(call(ok))).toEqual(ok);
  });

  it('RE-01: never opens for what MDES or its gateway answered', async () => {
    const circuit = gate();
    for (let i = 0; i < 30; i += 1)
      for (const result of [refused, failed('unauthorized'), failed('unavailable')])
        expect(await circuit.run(call(result))).toEqual(result);
  });

  it('RE-01: counts anew after every answer', async () => {
    const circuit = gate();
    for (let i = 0; i < 20; i += 1) await circuit.run(call(i % 5 === 4 ? refused : failed('timeout')));
    expect(events).toEqual([]);
  });

  it('RE-01: a call that throws gives its place back', async () => {
    const circuit = gate({ maxInFlight: 1, maxWaiting: 0 });
    const throwing = { ...call(ok), send: () => Promise.reject(new Error('ours')) };
    await expect(circuit.run(throwing)).rejects.toThrow('ours');
    expect(await circuit.run(call(ok))).toEqual(ok);
  });
});

describe('the bulkhead, in front of an MDES that hangs', () => {
  let peer: Peer | undefined;
  afterEach(() => peer?.close());

  it('RE-01: of 60 calls 16 reach it, as many wait as there are places (32 here), 12 are told at once, and nobody waits for ever', async () => {
    const held: (() => void)[] = [];
    const empty = answer(200, JSON.stringify({ responseId: 'r', tokenRequestors: [] }));
    peer = await startPeer((socket, request, n) => void held.push(() => empty(socket, request, n)));
    const keys = makeTestKeys();
    const client = createTokenConnectClient({
      baseUrl: peer.url,
      consumerKey: 'c!k',
      signingKey: keys.privateKey,
      encryptionCertificatePem: keys.certificatePem,
    });
    const bulkhead = gate({ maxWaitMs: 60_000, maxWaiting: 32 });
    const ask = (requestId: string) =>
      bulkhead.run({
        operation: 'getEligibleTokenRequestors',
        requestId,
        send: () => client.getEligibleTokenRequestors({ requestId, accountRanges: ['512345000'] }),
      });
    const calls = Array.from({ length: 60 }, (_, i) => ask(`call-${i}`));
    const atOnce = await Promise.all(calls.slice(48));
    expect(atOnce.map(errorOf)).toEqual(
      Array.from({ length: 12 }, () => expect.objectContaining(turnedAway)),
    );
    await expect.poll(() => held.length).toBe(16);
    for (let answered = 0; answered < 48; answered += 1) {
      await expect.poll(() => held.length).toBeGreaterThan(answered);
      expect(held.length - answered).toBeLessThanOrEqual(16);
      held[answered]?.();
    }
    expect((await Promise.all(calls.slice(0, 48))).every((result) => result.ok)).toBe(true);
    expect(peer.received).toHaveLength(48);
  });

  it('RE-01: who has waited too long is told so, and takes nobody else’s place', async () => {
    const bulkhead = gate({ maxInFlight: 1, maxWaitMs: 5 });
    let end: (result: Result<string>) => void = () => undefined;
    const first = bulkhead.run(call(new Promise((resolve) => (end = resolve))));
    const late = call(ok);
    expect(errorOf(await bulkhead.run(late))).toMatchObject(turnedAway);
    expect(late.send).not.toHaveBeenCalled();
    end(ok);
    await first;
    expect(await bulkhead.run(call(ok))).toEqual(ok);
    expect(events).toEqual([
      { kind: 'not_sent', operation: 'pushMultipleAccounts', requestId: 'r', why: 'too_busy' },
    ]);
  });
});
