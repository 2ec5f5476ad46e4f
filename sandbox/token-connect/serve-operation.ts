import type { JournalEntry } from '@/sandbox/control/journal';
import { randomUuid, type World } from '@/sandbox/world';
import { check, newFindings, type Findings } from './checklist';
import { agreesWithSkew } from './clock-skew';
import { deliver, type Connection } from './deliver';
import { faultAnswer, gatewayAnswer, isReplacing, jsonAnswer, type PlainAnswer } from './fault-answers';
import { twistedAnswer } from './fault-twists';
import { losslessJson } from './lossless-json';
import { noteCall, type Passage } from './note-call';
import type { Operation, Served } from './operation';
import { GatewayRefusal, MdesRefusal } from './refusal';
import { faultNow } from './scenario';
import { lessonOf, REFUSALS_PATH, teachingHeaders } from './teach';
import { refuseUnknown } from './unknown-operation';
import { verifyRequest } from './verify-request';

const MOST_BODY_BYTES = 1_000_000;

/** What the gateway's `Details`, a free text, says about a refusal: all of it, as clients print it. */
function detailsOf(findings: Findings, world: World): string {
  const lesson = lessonOf(findings, world.origin);
  return [
    lesson && `check: ${lesson.check}`,
    lesson?.received && `received ${lesson.received}`,
    lesson?.computed && `computed ${lesson.computed}`,
    lesson?.lookAt,
    lesson && `see ${lesson.documentation}`,
  ]
    .filter(Boolean)
    .join(' | ');
}

function refusalAnswer(error: unknown, passage: Passage, world: World): PlainAnswer {
  const { findings } = passage;
  if (error instanceof GatewayRefusal) {
    const allow = error.status === 405 ? { allow: error.lesson.computed ?? '' } : {};
    const details = detailsOf(findings, world);
    return gatewayAnswer(error.status, error.reasonCode, error.description, details, allow);
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
  const order = world.orders.takeForCall(served.subject);
  const ordered = order && faultNow(world, order.outcome, order.args, passage.trace.requestId ?? '');
  const fault = order === undefined ? served.scenario : ordered;
  if (fault === undefined || agreesWithSkew(fault, passage.request, world.now()))
    return jsonAnswer(losslessJson(served.answer()));
  passage.fault = fault;
  const { name, args } = fault;
  const { signal } = passage.request;
  if (isReplacing(name)) return faultAnswer(name, args, world, signal);
  return twistedAnswer(name, args, served.answer(), {
    world,
    signal,
    consumerKey: served.subject.consumerKey,
  });
}

/** JSON in UTF-8, and nothing else (spec 1.3). */
function expectJson(type: string | null): void {
  if (type !== null && /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)) return;
  throw new GatewayRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body is not announced as JSON', {
    received: type === null ? 'no Content-Type' : `Content-Type: ${type.slice(0, 100)}`,
    computed: 'Content-Type: application/json, or application/json; charset=UTF-8',
  });
}

async function arrived(request: Request): Promise<Passage> {
  const body = new Uint8Array(await request.arrayBuffer());
  return { request, body, findings: newFindings(), seen: {}, trace: {}, fault: undefined };
}

/** Adds the teacher's headers, writes the journal, and hands the answer out. */
function finished(
  world: World,
  op: JournalEntry['op'],
  passage: Passage,
  answer: PlainAnswer,
  startedMs: number,
  connection?: Connection,
): Response {
  const lesson = lessonOf(passage.findings, world.origin);
  const headers = {
    ...answer.headers,
    ...teachingHeaders(lesson, world.origin, world.journal.upcomingId()),
    ...(passage.fault !== undefined && { 'sandbox-fault': passage.fault.outcome }),
  };
  if (passage.findings.failed !== undefined)
    world.onRefusal(
      `Refused ${op}: ${passage.findings.failed}. Why: ${world.origin}${REFUSALS_PATH}/${world.journal.upcomingId()}`,
    );
  noteCall(world, op, passage, { ...answer, headers }, startedMs);
  return deliver({ ...answer, headers }, world.stallMs, passage.request.signal, connection);
}

/** Answers a call below `/mdes` that is no operation of Token Connect, in the gateway's shape. */
export async function serveUnknown(world: World, request: Request): Promise<Response> {
  const startedMs = world.now();
  const passage = await arrived(request);
  try {
    return refuseUnknown(request.method, new URL(request.url), passage.findings);
  } catch (error) {
    return finished(world, 'unknown', passage, refusalAnswer(error, passage, world), startedMs);
  }
}

/** The gateway's checks and the operation's, then the answer or the ordered fault. @throws refusals */
async function served(
  world: World,
  operation: Operation,
  passage: Passage,
  assetId: string | undefined,
): Promise<PlainAnswer> {
  const { request, body, findings, seen, trace } = passage;
  if (body.length > MOST_BODY_BYTES)
    check(findings, 'body-size', () => {
      throw new GatewayRefusal(413, 'PAYLOAD_TOO_LARGE', 'The body is too large', {
        received: `${body.length} bytes`,
        computed: `at most ${MOST_BODY_BYTES}`,
      });
    });
  const authorization = request.headers.get('authorization');
  const call = { method: request.method, url: new URL(request.url), authorization, body };
  const client = verifyRequest(call, world, findings, seen);
  if (request.method === 'POST')
    check(findings, 'media-type', () => expectJson(request.headers.get('content-type')));
  const done = operation({
    world,
    client,
    body,
    findings,
    trace,
    ...(assetId !== undefined && { assetId }),
  });
  return answerServed(done, passage, world);
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
  const startedMs = world.now();
  const passage = await arrived(request);
  let answer: PlainAnswer;
  try {
    answer = await served(world, operation, passage, assetId);
  } catch (error) {
    answer = refusalAnswer(error, passage, world);
  }
  return finished(world, op, passage, answer, startedMs, connection);
}
