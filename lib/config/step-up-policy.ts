import { readFileSync } from 'node:fs';
import countries from 'i18n-iso-countries';
import type { z } from 'zod';
import { ALWAYS, stepUpPolicySchema, type StepUpPolicy } from '@/lib/domain/step-up-policy';
import { config } from './env';
import { lineOf, linesOfJson } from './json-lines';

const NAME = 'STEP_UP_POLICY_FILE';

/** Thrown when the file is no policy; `faults` name line and reason, never a value. */
export class StepUpPolicyError extends Error {
  constructor(readonly faults: string[]) {
    super(faults.join('\n'));
    this.name = 'StepUpPolicyError';
  }
}

/** Once for each file in this process, on globalThis: the server's bundle reads it at boot, Next's bundles use what it read. */
const KEY = Symbol.for('issuer-portal.step-up-policy');
const registry = globalThis as { [KEY]?: Map<string, StepUpPolicy> | undefined };

/**
 * The policy of this portal: that of `STEP_UP_POLICY_FILE`, else "always".
 * @throws StepUpPolicyError when the file cannot be read or is no policy: nobody is let through by a broken one
 */
export function stepUpPolicy(): StepUpPolicy {
  const file = config().stepUpPolicyFile;
  if (file === null) return ALWAYS;
  const read = (registry[KEY] ??= new Map());
  const known = read.get(file) ?? parseStepUpPolicy(textOf(file));
  read.set(file, known);
  return known;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StepUpPolicyError([`${NAME} cannot be read.`]);
  }
}

/** Parses the text of a policy file. @throws StepUpPolicyError with every fault at once */
export function parseStepUpPolicy(text: string): StepUpPolicy {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new StepUpPolicyError([`${NAME} line ${String(lineOfSyntax(text, error))}: is not JSON.`]);
  }
  const lines = linesOfJson(text);
  const parsed = stepUpPolicySchema.safeParse(value);
  const faults = parsed.success ? unknownMarkets(parsed.data) : parsed.error.issues.map(faultOf);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new StepUpPolicyError(
    faults.map(({ path, reason }) => `${NAME} line ${String(lineOf(lines, path))}: ${reason}.`),
  );
}

interface Fault {
  path: readonly PropertyKey[];
  reason: string;
}

/** Names of ours and what is wrong with them; what a file calls its own is not repeated. */
function faultOf({ path, code, message }: z.core.$ZodIssue): Fault {
  const name = path.filter((part) => typeof part === 'string').at(-1) ?? 'the policy';
  const reason =
    code === 'unrecognized_keys'
      ? 'has a name that no policy knows'
      : code === 'invalid_type'
        ? 'is missing, or of another type than it must be'
        : message;
  return { path, reason: `${name} ${reason}` };
}

/** A slip of the pen would be a rule that never holds. */
function unknownMarkets(policy: StepUpPolicy): Fault[] {
  return policy.rules.flatMap(({ markets }, rule) =>
    (markets ?? []).flatMap((market, i) =>
      market === 'EEA' || countries.isValid(market)
        ? []
        : [
            {
              path: ['rules', rule, 'markets', i],
              reason: 'markets names a country that ISO 3166-1 does not know',
            },
          ],
    ),
  );
}

/** V8 names the place as `position N`, or not at all at the end of the text. */
function lineOfSyntax(text: string, error: unknown): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const before = position === undefined ? text.trimEnd() : text.slice(0, Number(position));
  return before.split('\n').length;
}
