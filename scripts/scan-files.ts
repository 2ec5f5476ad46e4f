import { closeSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { findPans, LONGEST_BYTES, type Hit } from './pan-scanner';

const CHUNK_BYTES = 4 * 1024 * 1024;

export interface Found extends Hit {
  file: string;
}

/** Every file at or below a path, links not followed. Throws when the path is not there. */
export function* filesBelow(path: string): Generator<string> {
  const stat = lstatSync(path);
  if (stat.isFile()) yield path;
  if (!stat.isDirectory()) return;
  for (const name of readdirSync(path).sort()) {
    try {
      yield* filesBelow(join(path, name));
    } catch (error) {
      // A running database removes files of its own: what is gone holds nothing.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

/** Card numbers in one file, read in pieces that overlap: a number on a seam is found, once. */
export function scanFile(file: string, chunkBytes = CHUNK_BYTES): Found[] {
  const found = new Map<number, Found>();
  const fd = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(chunkBytes);
    for (let from = 0; ;) {
      const bytes = readSync(fd, buffer, 0, chunkBytes, from);
      for (const { offset, form } of within(
        buffer.toString('latin1', 0, bytes),
        from > 0,
        bytes === chunkBytes,
      ))
        found.set(from + offset, { file, offset: from + offset, form });
      if (bytes < chunkBytes) return [...found.values()];
      from += chunkBytes - 2 * LONGEST_BYTES;
    }
  } finally {
    closeSync(fd);
  }
}

/** Hits whose surroundings are in this piece too: at a cut edge a longer number would look like a shorter one. */
function within(text: string, cutBefore: boolean, cutAfter: boolean): Hit[] {
  const first = cutBefore ? LONGEST_BYTES / 2 : 0;
  const last = cutAfter ? text.length - LONGEST_BYTES : text.length;
  return findPans(text).filter(({ offset }) => offset >= first && offset < last);
}
