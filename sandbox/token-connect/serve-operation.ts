import { maskText } from '@/sandbox/control/mask';
import type { Fault } from '@/sandbox/control/faults';
import { randomUuid, type World } from '@/sandbox/world';
import { newFindings, type Findings } from './checklist';
import { faultAnswer, gatewayAnswer, isReplacing, jsonAnswer, type PlainAnswer } from './fault-answers';
import { twistedAnswer } from './fault-twists';
import { decodeSignature } from './decode-signature';
import { losslessJson } from './lossless-json';
import type { Operation, Served, Trace } from './operation';
import { GatewayRefusal, MdesRefusal } from './refusal';
import { verifyRequest, type Verification } from './verify-request';

const MOST_BODY_BYTES = 1_000_000;
/** How much of a body the journal keeps. */
const MOST_QUOTED = 20_000;

/** What connects a request to the machine below; tests without a socket leave it out. */
export interface Connection {
  /** Cuts the connection without an answer. */
  readonly reset: () => void;
}

/** A request on its way through an operation. */
interface Passage {
  readonly request: Request;
  readonly body: Uint8Array;
  readonly findings: Findings;
  readonly seen: Verification;
  readonly trace: Trace;
  fault: Fault | undefined;
}

function refusalAnswer(error: unknown, passage: Passage, world: World): PlainAnswer {
  const { findings } = passage;
  if (error instanceof GatewayRefusal) {
    const details = [`check: ${findings.failed ?? 'request'}`, error.details].filter(Boolean).join(' | ');
    // A base string quotes the query, and a query could carry what must never be repeated.
    return gatewayAnswer(error.status, error.reasonCode, error.description, maskText(details));
  }
  if (error instanceof MdesRefusal) {
    const errors = error.errors.map(({ source, reasonCode, description }) => ({
      source,
      reasonCode,
      description,
    }));
    return jsonAnswer(losslessJson({ errors, responseId: randomUuid(world) }));
  }
  throw error;
}

async function answerServed(served: Served, passage: Passage, world: World): Promise<PlainAnswer> {
  const fault = world.faults.take(served.subject) ?? served.scenario;
  if (fault === undefined) return jsonAnswer(losslessJson(served.answer()));
  passage.fault = fault;
  const { name, args } = fault;
  if (isReplacing(name)) return faultAnswer(name, args, world, passage.request.signal);
  return twistedAnswer(name, args, served.answer());
}

function note(
  world: World,
  op: 'eligible' | 'asset' | 'push' | 'push-single',
  passage: Passage,
  answer: PlainAnswer,
  startedMs: number,
): void {
  const { request, findings, seen, trace } = passage;
  const signature = /"signature":"([^"]+)"/.exec(answer.body)?.[1];
  const decoded = signature === undefined ? undefined : decodeSignature(signature);
  world.journal.add({
    at: new Date(world.now()).toISOString(),
    op,
    method: request.method,
    url: maskText(request.url),
    headers: Object.fromEntries(request.headers),
    bodyAsSent: maskText(new TextDecoder().decode(passage.body)).slice(0, MOST_QUOTED),
    ...(trace.decrypted !== undefined && { bodyDecrypted: trace.decrypted }),
    ...(seen.consumerKey !== undefined && { consumerKey: seen.consumerKey }),
    ...(seen.clientName !== undefined && { client: seen.clientName }),
    ...(trace.requestId !== undefined && { requestId: maskText(trace.requestId) }),
    ...(trace.receipts !== undefined && { receipts: trace.receipts }),
    verification: {
      passed: findings.passed,
      ...(findings.failed !== undefined && { failed: findings.failed }),
      ...(findings.hint !== undefined && { hint: findings.hint }),
      ...(seen.form !== undefined && { baseStringForm: seen.form }),
      ...(seen.baseStrings !== undefined && {
        baseStrings: {
          rfc5849: maskText(seen.baseStrings.rfc5849),
          'signer-library': maskText(seen.baseStrings['signer-library']),
        },
      }),
      ...(seen.bodyHash !== undefined && { bodyHash: seen.bodyHash }),
      notes: findings.notes,
    },
    ...(passage.fault !== undefined && { fault: passage.fault.name }),
    answer: {
      status: answer.status,
      headers: answer.headers,
      body: maskText(answer.body).slice(0, MOST_QUOTED),
      ...(decoded !== undefined && { signature: { header: decoded.header, payload: decoded.payload } }),
    },
    tookMs: Math.max(0, Math.round(performance.now() - startedMs)),
  });
}

/**
 * Serves one Token Connect call: the gateway's checks, the operation's checks, a fault if one is ordered, the answer, and
 * a journal entry whatever happens.
 */
export async function serveOperation(
  world: World,
  op: 'eligible' | 'asset' | 'push' | 'push-single',
  operation: Operation,
  request: Request,
  connection: Connection | undefined,
  assetId?: string,
): Promise<Response> {
  const startedMs = performance.now();
  const body = new Uint8Array(await request.arrayBuffer());
  const passage: Passage = { request, body, findings: newFindings(), seen: {}, trace: {}, fault: undefined };
  let answer: PlainAnswer;
  try {
    if (body.length > MOST_BODY_BYTES)
      throw new GatewayRefusal(413, 'PAYLOAD_TOO_LARGE', 'The body is too large');
    const call = {
      method: request.method,
      url: new URL(request.url),
      authorization: request.headers.get('authorization'),
      body,
    };
    const client = verifyRequest(call, world, passage.findings, passage.seen);
    const { findings, trace } = passage;
    const served = operation({
      world,
      client,
      body,
      findings,
      trace,
      ...(assetId !== undefined && { assetId }),
    });
    answer = await answerServed(served, passage, world);
  } catch (error) {
    answer = refusalAnswer(error, passage, world);
  }
  note(world, op, passage, answer, startedMs);
  if (answer.reset === true) connection?.reset();
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
}
