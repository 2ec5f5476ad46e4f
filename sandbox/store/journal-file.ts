import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { MOST_ENTRIES, type JournalEntry, type JournalKeeper } from '@/sandbox/control/journal';

const headers = z.record(z.string(), z.string());
/** What every reader of the journal relies on; the rest of an entry is optional. */
const entryLine = z.looseObject({
  id: z.int(),
  at: z.string(),
  op: z.string(),
  method: z.string(),
  url: z.string(),
  headers,
  verification: z.looseObject({ passed: z.array(z.string()), notes: z.array(z.string()) }),
  answer: z.looseObject({ status: z.int(), headers, body: z.string() }),
  tookMs: z.number(),
});

function entryOf(line: string): JournalEntry[] {
  try {
    return [entryLine.parse(JSON.parse(line)) as unknown as JournalEntry];
  } catch {
    return [];
  }
}

/**
 * The journal on disk, an entry a line: written with the entry, shortened when it is twice as long as the journal.
 * A line that is no entry is the last one of a killed program, and is dropped.
 */
export class JournalFile implements JournalKeeper {
  private lines = 0;
  private file: number | undefined;

  constructor(private readonly path: string) {}

  load(): readonly JournalEntry[] {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    this.file = openSync(this.path, 'a', 0o600);
    return this.shorten();
  }

  append(entry: JournalEntry): void {
    if (this.file === undefined) return;
    writeSync(this.file, `${JSON.stringify(entry)}\n`);
    this.lines += 1;
    if (this.lines > 2 * MOST_ENTRIES) this.shorten();
  }

  clear(): void {
    this.rewrite([]);
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }

  private shorten(): readonly JournalEntry[] {
    const lines = readFileSync(this.path, 'utf8').split('\n');
    const entries = lines.flatMap(entryOf).slice(-MOST_ENTRIES);
    this.rewrite(entries);
    return entries;
  }

  private rewrite(entries: readonly JournalEntry[]): void {
    if (this.file === undefined) return;
    ftruncateSync(this.file);
    if (entries.length > 0)
      writeSync(this.file, `${entries.map((entry) => JSON.stringify(entry)).join('\n')}\n`);
    this.lines = entries.length;
  }
}
