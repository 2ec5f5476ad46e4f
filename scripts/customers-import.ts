/**
 * `npm run customers:import -- FILE`: customers and their cards from a JSON file, one array of objects as
 * docs/customers.md describes. Each entry stands alone: what is malformed is named by its line and left out,
 * the rest is imported; exit 1 when anything was left out. No account number is ever printed.
 */
import { readFileSync } from 'node:fs';
import { config, ConfigError } from '@/lib/config/env';
import { importCustomers } from '@/lib/core-banking/import-customers';
import { closeDatabase, openDatabase } from '@/lib/db/client';

async function main(): Promise<number> {
  const file = process.argv[2];
  if (file === undefined) return say('Which file? npm run customers:import -- customers.json', 2);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return say(`The file ${file} cannot be read.`, 2);
  }
  const { databaseUrl, dataDir } = config();
  await openDatabase(
    databaseUrl === null ? { kind: 'pglite', directory: dataDir } : { kind: 'postgres', url: databaseUrl },
  );
  const { imported, refused } = await importCustomers(text, new Date()).finally(closeDatabase);
  for (const { line, faults } of refused) process.stderr.write(`Line ${line}: ${faults.join('; ')}.\n`);
  process.stdout.write(`${imported} imported, ${refused.length} left out.\n`);
  return refused.length === 0 ? 0 : 1;
}

function say(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}

process.exitCode = await main().catch((error: unknown) =>
  say(
    error instanceof ConfigError
      ? error.faults.join('\n')
      : error instanceof Error
        ? error.message
        : 'The import failed.',
    2,
  ),
);
