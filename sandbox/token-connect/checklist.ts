import { GatewayRefusal, MdesRefusal, type Lesson } from './refusal';

/** Every check that can end a call. The guide (`docs/guide.ts`) has a paragraph for each, which the compiler sees to. */
export const CHECKS = [
  'operation',
  'method',
  'body-size',
  'authorization-header',
  'consumer-key',
  'timestamp',
  'body-hash',
  'signature',
  'nonce',
  'media-type',
  'json',
  'fields',
  'token-requestor',
  'fingerprint',
  'decryption',
  'accounts',
  'number-of-accounts',
  'eligibility',
  'account-ranges',
  'asset-id',
] as const;
export type CheckName = (typeof CHECKS)[number];

/** What a list of checks came to; the journal keeps it beside the request. */
export interface Findings {
  readonly passed: CheckName[];
  failed: CheckName | undefined;
  hint: string | undefined;
  lesson: Lesson | undefined;
  /** A check that said nothing against the call, and yet explains an answer that may surprise. */
  advice: { readonly check: CheckName; readonly lesson: Lesson } | undefined;
  readonly notes: string[];
}

/** A fresh sheet. */
export function newFindings(): Findings {
  return { passed: [], failed: undefined, hint: undefined, lesson: undefined, advice: undefined, notes: [] };
}

/**
 * Runs one named check and writes its name on the sheet. A refusal is passed on, so that an endpoint reads as the
 * printed list of its checks and the first one that fails ends it.
 */
export function check<T>(findings: Findings, name: CheckName, run: () => T): T {
  try {
    const value = run();
    findings.passed.push(name);
    return value;
  } catch (error) {
    findings.failed = name;
    if (error instanceof MdesRefusal || error instanceof GatewayRefusal) {
      findings.hint = error.message;
      findings.lesson = error.lesson;
    }
    throw error;
  }
}
