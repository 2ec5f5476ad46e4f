import type { Actor } from '@/lib/auth/actor';
import { coreBanking } from '@/lib/core-banking/adapter';
import { brand } from '@/lib/brand/brand';
import type { Trace, TraceFeed, TraceHop, TraceSummary } from '@/lib/domain/trace.demo';
import { eventsOf, findEnrollment, listEnrollments, type Enrollment } from '@/lib/enrollment/enrollment.repo';
import { sha256 } from '@/lib/sealing/seal';
import { recorded, type RecordedCall, type RecordedVisit } from '../recorder.demo';
import { callsByAttempt, pushAttempts, requestIdOf } from './attempts.demo';
import { callHop } from './call-hop.demo';
import { logoHops } from './logo-hops.demo';
import { outlook } from './outlook.demo';
import { sandboxJournal, type SandboxEntry } from './sandbox-journal.demo';
import { stepHop, type EnrollmentEventRow } from './step-hop.demo';
import { arrivalHops, departureHops, handOverHops, wayBackHops } from './visit-hops.demo';

/** How many journeys the log lists. */
const MOST_JOURNEYS = 50;

/** This person's journeys and one of them in full: the one that was asked for, else the newest (nobody else's: AZ-02). */
export async function traceFeed(actor: Actor, enrollmentId: string | null): Promise<TraceFeed> {
  const list = await listEnrollments(actor.customer.id, MOST_JOURNEYS);
  const last4 = new Map(
    (await coreBanking().cards(actor.customer.id)).map((card): [string, string] => [card.id, card.last4]),
  );
  const journeys = list.map((enrollment) => summaryOf(enrollment, last4));
  const wanted = enrollmentId ?? list[0]?.id ?? null;
  const enrollment = wanted === null ? null : await findEnrollment(actor.customer.id, wanted);
  const trace = enrollment === null ? null : await traceOf(enrollment, summaryOf(enrollment, last4));
  const content = { journeys, trace };
  return { version: sha256(JSON.stringify(content)).slice(0, 22), ...content };
}

function summaryOf(enrollment: Enrollment, last4: ReadonlyMap<string, string>): TraceSummary {
  return {
    id: enrollment.id,
    reference: enrollment.reference,
    destination: enrollment.tokenRequestorName,
    startedAt: enrollment.createdAt.toISOString(),
    state: enrollment.state,
    last4: enrollment.cards.map(({ cardId }) => last4.get(cardId) ?? '····'),
  };
}

async function traceOf(enrollment: Enrollment, summary: TraceSummary): Promise<Trace> {
  const events = await eventsOf(enrollment.id);
  const attempts = await pushAttempts(enrollment.id);
  const { calls, visits } = recorded();
  const pushes = calls.filter((call) => attempts.includes(requestIdOf(call) ?? ''));
  const receipts = receiptsOf(enrollment, pushes);
  const journal = await sandboxJournal({ requestIds: [...new Set(attempts)], receipts });
  const own = visits.filter(
    (visit) =>
      visit.enrollmentId === enrollment.id || visit.receipts.some((receipt) => receipts.includes(receipt)),
  );
  const hops = [
    ...(await logoHops(enrollment, calls)),
    ...inOrder(events, {
      name: enrollment.tokenRequestorName,
      attempts,
      calls: pushes,
      visits: own,
      journal,
    }),
  ];
  return {
    ...summary,
    parties: {
      browser: 'Browser',
      bank: brand().name,
      mdes: 'MDES',
      requestor: enrollment.tokenRequestorName,
    },
    hops: [...hops, ...outlook(enrollment, hops.at(-1))],
  };
}

/** Of all attempts: an enrollment knows those of its last one only. */
function receiptsOf(enrollment: Enrollment, pushes: readonly RecordedCall[]): string[] {
  const known = enrollment.cards.flatMap(({ receipt }) => receipt ?? []);
  const answered = pushes.flatMap(({ answer }) =>
    [...(answer?.body ?? '').matchAll(/"pushAccountReceipt"\s*:\s*"([^"]{1,64})"/g)].map(
      ([, receipt = '']) => receipt,
    ),
  );
  return [...new Set([...known, ...answered])];
}

/** Events after which a push goes out. */
const SENDS = new Set<string>(['verified', 'step_up_waived', 'pushed_again']);

interface Sources {
  /** Of the token requestor. */
  name: string;
  attempts: readonly string[];
  calls: readonly RecordedCall[];
  visits: readonly RecordedVisit[];
  journal: readonly SandboxEntry[];
}

/**
 * The bank's own events are the thread, in the order of the database, since a customer's clock may have been moved; what went
 * over the wire keeps real time and hangs between them: calls after the code that set them off, visits after the departure.
 */
function inOrder(events: readonly EnrollmentEventRow[], sources: Sources): TraceHop[] {
  const calls = callsByAttempt(sources.attempts, sources.calls);
  const journeys = visitsByDeparture(events.filter(({ event }) => event === 'left').length, sources);
  const hops = events.flatMap((event): TraceHop[] => {
    if (event.event === 'left') return journeys.shift()?.(event) ?? [];
    const step = stepHop(event);
    if (!SENDS.has(event.event)) return step === null ? [] : [step];
    const sent = (calls.shift() ?? []).map((call) => callHop(call, journalOf(call, sources.journal)));
    return [...(step === null ? [] : [step]), ...sent];
  });
  return [...hops, ...journeys.flatMap((rest) => rest(null))];
}

/** The sandbox's entry about this very attempt: both know its nonce. */
function journalOf(call: RecordedCall, journal: readonly SandboxEntry[]): SandboxEntry | null {
  const nonce = /oauth_nonce="([^"]+)"/.exec(call.headers['authorization'] ?? '')?.[1];
  if (nonce === undefined) return null;
  return journal.find(({ headers }) => headers['authorization']?.includes(`oauth_nonce="${nonce}"`)) ?? null;
}

type Departure = (event: EnrollmentEventRow | null) => TraceHop[];

/** For each departure what the browser went through until the next one; the tape may have lost the oldest. */
function visitsByDeparture(departures: number, sources: Sources): Departure[] {
  const { visits, journal } = sources;
  const leaves = visits.filter(({ kind }) => kind === 'leave').slice(-departures || Number.MAX_SAFE_INTEGER);
  const arrivals = [
    ...visits
      .filter(({ kind }) => kind === 'return')
      .map((visit) => ({ atMs: visit.atMs, hops: () => arrivalHops(visit) })),
    ...journal
      .filter(({ op }) => op === 'hand-over')
      .map((entry) => ({ atMs: Date.parse(entry.at), hops: () => handOverHops(entry, sources.name) })),
    ...journal
      .filter(({ op }) => op === 'return')
      .map((entry) => ({ atMs: Date.parse(entry.at), hops: () => wayBackHops(entry, sources.name) })),
  ].sort((a, b) => a.atMs - b.atMs);
  const lost = departures - leaves.length;
  return Array.from({ length: Math.max(departures, arrivals.length > 0 ? 1 : 0) }, (_, index): Departure => {
    const leave = leaves[index - lost];
    const from = index === 0 ? 0 : (leave?.atMs ?? Number.MAX_SAFE_INTEGER);
    const until = leaves[index + 1 - lost]?.atMs ?? Number.MAX_SAFE_INTEGER;
    const between = arrivals.filter(({ atMs }) => atMs >= from && atMs < until);
    return (event) => [
      ...(event === null ? [] : departureHops(event, leave ?? null)),
      ...between.flatMap(({ hops }) => hops()),
    ];
  });
}
