import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { lineOf, linesOfJson } from './json-lines';

/** Thrown when a file that a variable names is not what it must be; `faults` name variable, line and reason, never a value. */
export class JsonFileError extends Error {
  constructor(readonly faults: string[]) {
    super(faults.join('\n'));
    this.name = 'JsonFileError';
  }
}

/** What a schema cannot say: where, and the reason as a sentence without its end. */
export interface JsonFault {
  path: readonly PropertyKey[];
  reason: string;
}

/** The text of the file. @throws JsonFileError when it cannot be read */
export function textOfFile(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new JsonFileError([`${variable} cannot be read.`]);
  }
}

/**
 * Parses the text of the file that `variable` names. `whole` is what the file is called where no member is at fault.
 * @throws JsonFileError with every fault at once, each with its line
 */
export function parseJsonFile<S extends z.ZodType>(
  { variable, whole }: { variable: string; whole: string },
  text: string,
  schema: S,
  check: (value: z.output<S>) => JsonFault[] = () => [],
): { value: z.output<S>; lineAt: (path: readonly PropertyKey[]) => number } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new JsonFileError([`${variable} line ${String(lineOfSyntax(text))}: is not JSON.`]);
  }
  const lines = linesOfJson(text);
  const lineAt = (path: readonly PropertyKey[]) => lineOf(lines, path);
  const parsed = schema.safeParse(json);
  const faults = parsed.success
    ? check(parsed.data)
    : parsed.error.issues.flatMap((issue) => faultsOf(issue, whole));
  if (parsed.success && faults.length === 0) return { value: parsed.data, lineAt };
  throw new JsonFileError(
    faults.map(({ path, reason }) => `${variable} line ${String(lineAt(path))}: ${reason}.`),
  );
}

/** Names of ours and what is wrong with them; what a file calls its own is not repeated. */
function faultsOf(issue: z.core.$ZodIssue, whole: string): JsonFault[] {
  const { path, code, message } = issue;
  const name = path.filter((part) => typeof part === 'string').at(-1) ?? `the ${whole}`;
  if (code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      reason: `${name} has a name that no ${whole} knows`,
    }));
  const reason = code === 'invalid_type' ? 'is missing, or of another type than it must be' : message;
  return [{ path, reason: `${name} ${reason}` }];
}

/** The first line up to which the text is more than the beginning of a JSON text; V8 does not always say where it stopped. */
function lineOfSyntax(text: string): number {
  const lines = text.split(/(?<=\n)/);
  const broken = lines.findIndex((_, index) => !mayGoOn(lines.slice(0, index + 1).join('')));
  return broken === -1 ? text.split('\n').length : broken + 1;
}

function mayGoOn(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return /end of JSON input/.test(message) || message.endsWith(`at position ${String(text.length)}`);
  }
}
