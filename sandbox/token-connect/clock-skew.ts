import type { Fault } from '@/sandbox/control/orders';

const TOLERATED_MS = 30_000;

/** How far the gateway of a `clock-skew` fault is ahead, in milliseconds; within what the real gateway accepts. */
export function skewMs(args: Fault['args']): number {
  return Math.min(299, Math.max(61, Number(args['seconds']) || 200)) * 1_000;
}

/** True when a client that was told of the skew signed with the gateway's time: the call passes. */
export function agreesWithSkew(fault: Fault, request: Request, nowMs: number): boolean {
  if (fault.name !== 'clock-skew') return false;
  const [, seconds] = /oauth_timestamp="(\d+)"/.exec(request.headers.get('authorization') ?? '') ?? [];
  return Math.abs(Number(seconds) * 1_000 - nowMs - skewMs(fault.args)) <= TOLERATED_MS;
}
