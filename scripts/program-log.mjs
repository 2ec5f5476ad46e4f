import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const WARN = 40;

/** What of a program's output belongs on the terminal: its plain words, and log lines from `warn` upward. */
function forTerminal(line) {
  if (!line.startsWith('{')) return line;
  try {
    const entry = JSON.parse(line);
    if (typeof entry.level === 'number' && entry.level < WARN) return undefined;
    if (entry.level === 'info' || entry.level === 'debug' || entry.level === 'trace') return undefined;
    return typeof entry.msg === 'string' ? entry.msg : line;
  } catch {
    return line;
  }
}

/**
 * Keeps a program's whole output in `DATA_DIR/logs/<name>.log` (the run before it in `<name>.previous.log`) and shows
 * on the terminal what a person wants to see there.
 * @param {string} dataDir
 * @param {string} name
 * @returns {{ path: string, onLine: (line: string) => void, close: () => void }}
 */
export function programLog(dataDir, name) {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.log`);
  try {
    renameSync(path, join(folder, `${name}.previous.log`));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const file = openSync(path, 'w', 0o600);
  let open = true;
  return {
    path,
    onLine(line) {
      if (!open) return;
      writeSync(file, `${line}\n`);
      const shown = forTerminal(line);
      if (shown !== undefined) console.log(`  ${name.padEnd(7)} ${shown}`);
    },
    close() {
      if (open) closeSync(file);
      open = false;
    },
  };
}
