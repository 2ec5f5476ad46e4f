/**
 * `npm run scan:pan [-- PATH ...]`: looks for card numbers in the clear in files and folders (PD-04); without a path in the data
 * folder (database, write-ahead log, sandbox snapshot, logs) and in the pages of the build. Exit 1 names file and offset, never the
 * number; exit 2 when something could not be read.
 */
import { existsSync } from 'node:fs';
import { filesBelow, scanFile } from './scan-files';

function main(paths: string[]): number {
  const places =
    paths.length > 0
      ? paths
      : [process.env['DATA_DIR'] ?? '.data', '.next/server', '.next/static'].filter((place) =>
          existsSync(place),
        );
  let files = 0;
  let hits = 0;
  for (const place of places) {
    for (const file of filesBelow(place)) {
      files += 1;
      for (const { offset, form } of scanFile(file)) {
        hits += 1;
        process.stdout.write(`${file}: a card number at byte ${offset} (${form})\n`);
      }
    }
  }
  process.stdout.write(`${files} files in ${places.join(', ')}: ${hits} card numbers.\n`);
  return hits === 0 ? 0 : 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'It cannot be read.'}\n`);
  process.exitCode = 2;
}
