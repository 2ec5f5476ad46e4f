import type { Fault, Subject } from '@/sandbox/control/orders';
import type { RegisteredClient } from '@/sandbox/store/clients';
import type { World } from '@/sandbox/world';
import type { Findings } from './checklist';
import { isRecord, type Rule, faultsOf } from './field-rules';
import type { WireValue } from './lossless-json';
import { MdesRefusal } from './refusal';

/** What a call turned out to be about, for the journal; card numbers in it are masked. */
export interface Trace {
  requestId?: string;
  decrypted?: unknown;
  receipts?: readonly string[];
}

/** A call that passed the gateway. */
export interface OperationCall {
  readonly world: World;
  readonly client: RegisteredClient;
  readonly body: Uint8Array;
  readonly assetId?: string;
  readonly findings: Findings;
  readonly trace: Trace;
}

/** A call that passed all checks. `answer` is asked only when no fault stands in for it, so a failed call leaves nothing behind. */
export interface Served {
  readonly subject: Subject;
  /** The fault that one of the cards asks for. */
  readonly scenario?: Fault;
  readonly answer: () => WireValue;
}

export type Operation = (call: OperationCall) => Served;

/** Parses a body. @throws MdesRefusal INVALID_JSON */
export function parseBody(body: Uint8Array): Record<string, unknown> {
  const refusal = (received: string) =>
    new MdesRefusal([{ source: 'INPUT', reasonCode: 'INVALID_JSON', description: 'Invalid JSON' }], {
      received,
    });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw refusal(`${body.length} bytes that are no JSON in UTF-8`);
  }
  if (!isRecord(value)) throw refusal('JSON, but no object');
  return value;
}

/** Holds a value against its rule. @throws MdesRefusal with every faulty field, in order */
export function expectFields(rule: Rule, value: unknown, field: string): void {
  const faults = faultsOf(rule, value, field);
  if (faults.length === 0) return;
  const received = faults.map(({ error, why }) => `${error.description}: ${why}`).join(' | ');
  throw new MdesRefusal(
    faults.map(({ error }) => error),
    { received },
  );
}
