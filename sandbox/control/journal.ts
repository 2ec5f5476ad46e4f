import type { TaughtLesson } from '@/sandbox/token-connect/teach';

/** One thing the sandbox received, verified and answered. Everything in it is masked before it gets here. */
export interface JournalEntry {
  readonly id: number;
  readonly at: string;
  readonly op: 'eligible' | 'asset' | 'push' | 'push-single' | 'hand-over' | 'return' | 'unknown';
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyAsSent?: string;
  readonly bodyDecrypted?: unknown;
  readonly consumerKey?: string;
  readonly client?: string;
  readonly requestId?: string;
  readonly receipts?: readonly string[];
  readonly verification: {
    readonly passed: readonly string[];
    readonly failed?: string;
    readonly hint?: string;
    readonly lesson?: TaughtLesson;
    readonly baseStringForm?: string;
    readonly baseStrings?: Readonly<Record<string, string>>;
    readonly bodyHash?: string;
    readonly notes: readonly string[];
  };
  readonly fault?: string;
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly signature?: { readonly header: unknown; readonly payload: unknown };
  };
  readonly tookMs: number;
}

export const MOST_ENTRIES = 500;

/** Where the journal is kept beyond the program's life. */
export interface JournalKeeper {
  /** What was kept, oldest first. */
  load(): readonly JournalEntry[];
  append(entry: JournalEntry): void;
  clear(): void;
}

/** The last 500 entries, newest last. */
export class Journal {
  private entries: JournalEntry[];
  private nextId: number;

  constructor(private readonly keeper?: JournalKeeper) {
    this.entries = [...(keeper?.load() ?? [])].slice(-MOST_ENTRIES);
    this.nextId = (this.entries.at(-1)?.id ?? 0) + 1;
  }

  add(entry: Omit<JournalEntry, 'id'>): void {
    const numbered = { id: this.nextId, ...entry };
    this.entries.push(numbered);
    this.nextId += 1;
    if (this.entries.length > MOST_ENTRIES) this.entries = this.entries.slice(-MOST_ENTRIES);
    this.keeper?.append(numbered);
  }

  /** Entries that match all given properties, newest first. */
  find(
    filter: { op?: string; consumerKey?: string; requestId?: string; receipt?: string },
    limit: number,
  ): readonly JournalEntry[] {
    const { op, consumerKey, requestId, receipt } = filter;
    return this.entries
      .filter((entry) => op === undefined || entry.op === op)
      .filter((entry) => consumerKey === undefined || entry.consumerKey === consumerKey)
      .filter((entry) => requestId === undefined || entry.requestId === requestId)
      .filter((entry) => receipt === undefined || entry.receipts?.includes(receipt) === true)
      .slice(-limit)
      .reverse();
  }

  /** The number that the next entry will have. */
  upcomingId(): number {
    return this.nextId;
  }

  entry(id: number): JournalEntry | undefined {
    return this.entries.find((entry) => entry.id === id);
  }

  clear(): void {
    this.entries = [];
    this.keeper?.clear();
  }
}
