import type { Sandbox } from '@/sandbox/create-sandbox';
import type { CheckName } from '@/sandbox/token-connect/checklist';
import { authorization, type SignOptions } from './test-bank';
import { bankKeys } from './test-keys';
import { CONSUMER_KEY, ORIGIN } from './test-sandbox';

/** A call that differs from the right one in these points. */
export interface Wrong {
  readonly method?: string;
  readonly body?: unknown;
  /** Sent as it is, not serialised. */
  readonly raw?: string;
  readonly type?: string | null;
  readonly path?: string;
  readonly signing?: Partial<SignOptions>;
  /** Changes the finished header. */
  readonly header?: (header: string) => string | null;
  /** How often it is sent; the last answer counts. */
  readonly times?: number;
}

/** One way to call wrongly, and what the sandbox has to say to it. */
export interface Provocation {
  readonly what: string;
  readonly operation: string;
  readonly check: CheckName | undefined;
  readonly status: number;
  readonly reasonCode: string;
  readonly send: (sandbox: Sandbox) => Promise<Response>;
  readonly body?: unknown;
}

export interface Base {
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: () => Record<string, unknown>;
}

async function send(sandbox: Sandbox, base: Base, wrong: Wrong): Promise<Response> {
  const method = wrong.method ?? base.method;
  const address = `${ORIGIN}/mdes${wrong.path ?? base.path}`;
  const body = method === 'GET' ? '' : (wrong.raw ?? JSON.stringify(wrong.body ?? base.body?.() ?? {}));
  const signing = { consumerKey: CONSUMER_KEY, privateKey: bankKeys().privateKey, ...wrong.signing };
  const signed = authorization(method, address, body, signing);
  const header = wrong.header === undefined ? signed : wrong.header(signed);
  const headers = new Headers();
  if (header !== null) headers.set('authorization', header);
  const bytes = new TextEncoder().encode(body);
  if (wrong.type !== null && method !== 'GET') headers.set('content-type', wrong.type ?? 'application/json');
  let response: Response | undefined;
  for (let n = 0; n < (wrong.times ?? 1); n += 1)
    response = await sandbox.fetch(
      new Request(address, { method, headers, ...(method !== 'GET' && { body: bytes }) }),
    );
  if (response === undefined) throw new Error('nothing was sent');
  return response;
}

/** Makes provocations of one operation. */
export function maker(base: Base) {
  return (what: string, check: CheckName | undefined, status: number, reasonCode: string, wrong: Wrong) => ({
    what: `${base.operation}: ${what}`,
    operation: base.operation,
    check,
    status,
    reasonCode,
    send: (sandbox: Sandbox) => send(sandbox, base, wrong),
    ...(wrong.body !== undefined && { body: wrong.body }),
  });
}
