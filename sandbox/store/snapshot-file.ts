import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { snapshotRecord, type Snapshot } from './records';

const DELAY_MS = 100;

/** Keeps a snapshot on disk: written a moment after a change, whole or not at all (a new file takes the old one's name). */
export class SnapshotFile {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly path: string,
    private readonly take: () => Snapshot,
  ) {}

  /** The last snapshot, or nothing when there is none or it cannot be read; a broken one is set aside, not deleted. */
  load(): Snapshot | undefined {
    let content: string;
    try {
      content = readFileSync(this.path, 'utf8');
    } catch {
      return undefined;
    }
    try {
      return snapshotRecord.parse(JSON.parse(content));
    } catch {
      renameSync(this.path, `${this.path}.unreadable`);
      return undefined;
    }
  }

  /** Notes that something changed. */
  touch(): void {
    this.timer ??= setTimeout(() => this.flush(), DELAY_MS).unref();
  }

  /** Writes now. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    const fresh = `${this.path}.${process.pid}.new`;
    writeFileSync(fresh, JSON.stringify(this.take()), { mode: 0o600 });
    renameSync(fresh, this.path);
  }
}
