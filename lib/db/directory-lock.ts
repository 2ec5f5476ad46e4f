import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Another process has the embedded database open. */
export class DirectoryInUseError extends Error {
  constructor(
    directory: string,
    readonly pid: number,
  ) {
    super(
      `The data folder ${directory} is in use by process ${pid}: stop the portal first, or set DATA_DIR to another folder.`,
    );
    this.name = 'DirectoryInUseError';
  }
}

/** Directories that this very process has open. */
const held = new Set<string>();

/**
 * Takes the directory for this process, over a dead owner only. Returns the release. PGlite has no lock of its own.
 * @throws {DirectoryInUseError} when a live process has it.
 */
export function lockDirectory(directory: string): () => void {
  const file = path.resolve(directory, 'owner.pid');
  const own = `${process.pid} ${startOf(process.pid) ?? ''}`.trim();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (held.has(file)) throw new DirectoryInUseError(directory, process.pid);
    if (createWhole(file, own)) {
      held.add(file);
      return () => {
        if (held.delete(file)) remove(file);
      };
    }
    const owner = liveOwnerOf(file);
    if (owner !== null) throw new DirectoryInUseError(directory, owner);
    remove(file);
  }
  throw new DirectoryInUseError(directory, liveOwnerOf(file) ?? 0);
}

/** Creates the file with its content in one step, so that nobody ever reads a lock without an owner. False when it is there. */
function createWhole(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    remove(draft);
  }
}

/**
 * The process that holds the lock, if it is still the one that took it. Process numbers are given again, in a restarted
 * container the very same ones: where the system tells, the time of its start must agree as well.
 */
function liveOwnerOf(file: string): number | null {
  const [pid = 0, start] = read(file).split(' ').map(Number);
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || !isAlive(pid)) return null;
  const now = startOf(pid);
  return start === undefined || now === null || now === start ? pid : null;
}

/** Start of a process in clock ticks since boot, as Linux tells it (proc(5), field 22); null elsewhere. */
function startOf(pid: number): number | null {
  const stat = read(`/proc/${pid}/stat`);
  const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  return stat === '' || !Number.isInteger(ticks) ? null : ticks;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // Gone already.
  }
}
