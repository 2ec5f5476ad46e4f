import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { entryRecords, snapshotRecord, type Change, type Snapshot } from './records';

/** So long may the log grow before a snapshot takes its place. */
const MOST_LOG_BYTES = 8 * 1024 * 1024;

const changeLine = z.strictObject({
  kind: z.enum(Object.keys(entryRecords) as (keyof typeof entryRecords)[]),
  key: z.string(),
  value: z.unknown().optional(),
});

/** What is kept: a store, as far as its files are concerned. */
export interface Kept {
  snapshot(): Snapshot;
  restore(from: Snapshot): void;
  replay(change: Change): void;
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * The state on disk: a snapshot, and a log of the changes since. A change is written before the call that made it is
 * answered, so a killed sandbox has lost nothing that anybody was told; what is written survives the program, not a
 * power cut, as no write waits for the disk. What cannot be read is set aside, not deleted.
 */
export class StateFiles {
  private log: number | undefined;
  private logBytes = 0;
  private readonly logPath: string;

  constructor(
    private readonly path: string,
    private readonly kept: Kept,
  ) {
    this.logPath = `${path}.log`;
  }

  /** Reads what was kept, and begins a new log. */
  load(): void {
    const snapshot = contentOf(this.path);
    if (snapshot !== undefined) {
      try {
        this.kept.restore(snapshotRecord.parse(JSON.parse(snapshot)));
      } catch {
        renameSync(this.path, `${this.path}.unreadable`);
      }
    }
    this.replayLog();
    this.compact();
  }

  /** Writes one change behind the others. */
  append(change: Change): void {
    if (this.log === undefined) return;
    this.logBytes += writeSync(this.log, `${JSON.stringify(change)}\n`);
    if (this.logBytes > MOST_LOG_BYTES) this.compact();
  }

  /** Ends the log with a last snapshot. */
  close(): void {
    if (this.log === undefined) return;
    this.compact();
    closeSync(this.log);
    this.log = undefined;
  }

  /** Up to the first line that is none: the program was killed while it wrote it. */
  private replayLog(): void {
    const lines = (contentOf(this.logPath) ?? '').split('\n').filter((line) => line !== '');
    for (const line of lines) {
      try {
        const { kind, key, value } = changeLine.parse(JSON.parse(line));
        this.kept.replay({ kind, key, value });
      } catch {
        renameSync(this.logPath, `${this.logPath}.unreadable`);
        return;
      }
    }
  }

  /** A whole new snapshot takes the old one's name, then the log starts anew. Killed in between, the log is played back once more, which changes nothing. */
  private compact(): void {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    const fresh = `${this.path}.${process.pid}.new`;
    writeFileSync(fresh, JSON.stringify(this.kept.snapshot()), { mode: 0o600 });
    renameSync(fresh, this.path);
    this.log ??= openSync(this.logPath, 'a', 0o600);
    ftruncateSync(this.log);
    this.logBytes = 0;
  }
}
