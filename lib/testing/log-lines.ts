import fs from 'node:fs';
import { afterEach, beforeEach, vi } from 'vitest';

type Written = (error: Error | null, bytes: number) => void;

/** For a test file: collects what the log writes to standard output, instead of printing it. */
export function collectLogLines(): string[] {
  const lines: string[] = [];
  beforeEach(() => {
    lines.length = 0;
    const write = fs.write as unknown as (...parts: unknown[]) => void;
    const collect = (...parts: unknown[]) => {
      const [fd, text] = parts;
      if (fd !== 1) return write(...parts);
      lines.push(String(text));
      (parts.at(-1) as Written)(null, Buffer.byteLength(String(text)));
    };
    vi.spyOn(fs, 'write').mockImplementation(collect as unknown as typeof fs.write);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  return lines;
}
