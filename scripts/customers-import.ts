/**
 * `npm run customers:import -- FILE`: customers and their cards from a JSON file, one array of objects as
 * docs/customers.md describes. Each entry stands alone: what is malformed is named by its line and left out,
 * the rest is imported; exit 1 when anything was left out. No account number is ever printed.
 */
import { readFileSync } from 'node:fs';
import { importCustomers } from '@/lib/core-banking/import-customers';
import { say, withDatabase } from './with-database';

async function main(file: string | undefined): Promise<number> {
  if (file === undefined) return say('Which file? npm run customers:import -- customers.json', 2);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return say(`The file ${file} cannot be read.`, 2);
  }
  return withDatabase(async () => {
    const { imported, refused } = await importCustomers(text, new Date());
    for (const { line, faults } of refused) process.stderr.write(`Line ${line}: ${faults.join('; ')}.\n`);
    process.stdout.write(`${imported} imported, ${refused.length} left out.\n`);
    return refused.length === 0 ? 0 : 1;
  });
}

process.exitCode = await main(process.argv[2]);
