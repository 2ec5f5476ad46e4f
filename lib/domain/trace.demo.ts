/** One journey as the inspector shows it: who spoke to whom, in order, with everything that was said. Masked when it is made. */
export const PARTIES = ['browser', 'bank', 'mdes', 'requestor'] as const;
export type Party = (typeof PARTIES)[number];

/** A value and what it is for. */
export interface ExplainedField {
  name: string;
  value: string;
  /** What it is for, in a sentence; empty where nothing is known of it. */
  what: string;
  /** Where it is specified. */
  where: string;
}

export type TraceBlock =
  | { kind: 'text'; caption: string; text: string; note?: string }
  | { kind: 'fields'; caption: string; fields: ExplainedField[] }
  | { kind: 'checks'; caption: string; checks: { name: string; passed: boolean; hint?: string }[] };

export const SECTIONS = [
  'about',
  'headers',
  'base',
  'body',
  'response',
  'signature',
  'redirect',
  'checks',
] as const;
export interface TraceSection {
  id: (typeof SECTIONS)[number];
  title: string;
  blocks: readonly TraceBlock[];
}

export interface TraceHop {
  /** Stays the same while the journey goes on. */
  id: string;
  /** ISO 8601; null for what has not happened yet. */
  at: string | null;
  from: Party;
  to: Party;
  /** As protocol: `POST pushMultipleAccounts`. */
  label: string;
  /** What it is for, in a sentence. */
  gist: string;
  status: string | null;
  tone: 'ok' | 'bad' | 'plain';
  tookMs: number | null;
  phase: 'done' | 'live' | 'next';
  sections: readonly TraceSection[];
  /** The request as a command without secrets; null where there is none to repeat. */
  curl: string | null;
}

export interface TraceSummary {
  id: string;
  /** What the person can quote. */
  reference: string;
  destination: string;
  /** ISO 8601. */
  startedAt: string;
  state: string;
  last4: string[];
}

export interface Trace extends TraceSummary {
  /** Names of the four lanes. */
  parties: Record<Party, string>;
  hops: TraceHop[];
}

/** What the inspector asks for again and again. */
export interface TraceFeed {
  /** Changes when anything below does. */
  version: string;
  /** This person's journeys, newest first. */
  journeys: TraceSummary[];
  /** Null while there is none. */
  trace: Trace | null;
}
