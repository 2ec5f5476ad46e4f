import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Another process has the embedded database open. */
class DirectoryInUseError extends Error {
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

/** Takes the directory for this process, over a dead owner only. Returns the release. PGlite has no lock of its own. */
export function lockDirectory(directory: string): () => void {
  const file = path.join(directory, 'owner.pid');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const fd = openSync(file, 'wx', 0o600);
      writeSync(fd, String(process.pid));
      closeSync(fd);
      return () => release(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = ownerOf(file);
      if (owner !== null && owner !== process.pid && isAlive(owner))
        throw new DirectoryInUseError(directory, owner);
      if (owner === process.pid) throw new DirectoryInUseError(directory, owner);
      release(file);
    }
  }
  throw new DirectoryInUseError(directory, ownerOf(file) ?? 0);
}

function ownerOf(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
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

function release(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // Gone already.
  }
}
