import { config, ConfigError } from '@/lib/config/env';
import { closeDatabase, openDatabase } from '@/lib/db/client';

/** Prints a sentence on stderr and answers the exit code. */
export function say(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}

/**
 * Opens the configured database for a command and closes it again. The embedded one belongs to one process at a time: while the
 * portal runs, the sentence says to stop it first (decisions 16).
 * @returns the exit code of `work`, or 2 when it could not be done
 */
export async function withDatabase(work: () => Promise<number>): Promise<number> {
  try {
    const { databaseUrl, dataDir } = config();
    await openDatabase(
      databaseUrl === null ? { kind: 'pglite', directory: dataDir } : { kind: 'postgres', url: databaseUrl },
    );
    return await work().finally(closeDatabase);
  } catch (error) {
    if (error instanceof ConfigError) return say(error.faults.join('\n'), 2);
    return say(error instanceof Error ? error.message : 'It did not work.', 2);
  }
}
