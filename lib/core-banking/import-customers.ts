import type { z } from 'zod';
import { InvalidPanError } from '@/lib/domain/pan';
import { addCustomer, customerSchema, DuplicateCardError, DuplicateCustomerError } from './add-customer';

export interface ImportReport {
  imported: number;
  /** Lines count from 1 and name where an entry begins in the file. */
  refused: { line: number; faults: string[] }[];
}

/** Imports a JSON array of customers (decisions 11). A fault names the field and what it should be, never what it held. */
export async function importCustomers(file: string, now: Date): Promise<ImportReport> {
  const text = file.replace(/^\uFEFF/, '');
  const entries = readArray(text);
  if (entries === null)
    return { imported: 0, refused: [{ line: 1, faults: ['the file must be a JSON array of customers'] }] };
  const lines = startLines(text, entries.length);
  const report: ImportReport = { imported: 0, refused: [] };
  for (const [index, entry] of entries.entries()) {
    const faults = await addOne(entry, now);
    if (faults.length === 0) report.imported += 1;
    else report.refused.push({ line: lines[index] ?? 1, faults });
  }
  return report;
}

function readArray(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

async function addOne(entry: unknown, now: Date): Promise<string[]> {
  const parsed = customerSchema.safeParse(entry);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'entry'}: ${masked(message)}`);
  try {
    await addCustomer(parsed.data as z.input<typeof customerSchema>, now);
    return [];
  } catch (error) {
    if (error instanceof InvalidPanError)
      return ['cards: an account number is not valid (length or check digit)'];
    if (error instanceof DuplicateCardError) return ['cards: an account number is registered already'];
    if (error instanceof DuplicateCustomerError) return ['username or oidcSubject: taken already'];
    throw error;
  }
}

/** The name of a field that nobody knows is quoted, and may be a number that slipped to the wrong side of a colon. */
const masked = (message: string) => message.replace(/\d{9,}/g, '[digits]');

/** Lines on which the entries of the outer array begin: what stands first behind its bracket or one of its commas. */
function startLines(text: string, count: number): number[] {
  const starts: number[] = [];
  let [depth, line, inString, awaited] = [0, 1, false, false];
  for (let i = 0; i < text.length && starts.length < count; i += 1) {
    const char = text[i] ?? '';
    if (char === '\n') line += 1;
    if (inString) {
      if (char === '\\') i += 1;
      else if (char === '"') inString = false;
      continue;
    }
    if (/\s/.test(char)) continue;
    if (awaited) starts.push(line);
    awaited = depth === (char === '[' ? 0 : 1) && (char === '[' || char === ',');
    if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
  }
  return starts;
}
