import type { Fault } from '@/sandbox/control/orders';
import type { JournalEntry } from '@/sandbox/control/journal';
import { maskText } from '@/sandbox/control/mask';
import type { World } from '@/sandbox/world';
import type { Findings } from './checklist';
import { decodeSignature } from './decode-signature';
import type { PlainAnswer } from './fault-answers';
import type { Trace } from './operation';
import { lessonOf } from './teach';
import type { Verification } from './verify-request';

/** How much of a body the journal keeps. */
const MOST_QUOTED = 20_000;

/** A request on its way through an operation. */
export interface Passage {
  readonly request: Request;
  readonly body: Uint8Array;
  readonly findings: Findings;
  readonly seen: Verification;
  readonly trace: Trace;
  fault: Fault | undefined;
}

/** Writes a call into the journal, whatever became of it; what looks like a card number is masked. */
export function noteCall(
  world: World,
  op: JournalEntry['op'],
  passage: Passage,
  answer: PlainAnswer,
  startedMs: number,
): void {
  const { request, findings, seen, trace } = passage;
  const lesson = lessonOf(findings, world.origin);
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
      ...(lesson !== undefined && { lesson }),
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
    ...(passage.fault !== undefined && { fault: passage.fault.outcome }),
    answer: {
      status: answer.status,
      headers: answer.headers,
      body: maskText(answer.body).slice(0, MOST_QUOTED),
      ...(decoded !== undefined && { signature: { header: decoded.header, payload: decoded.payload } }),
    },
    tookMs: Math.max(0, Math.round(world.now() - startedMs)),
  });
}
