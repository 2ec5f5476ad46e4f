import { GatewayRefusal, MdesRefusal } from './refusal';

/** What a list of checks came to; the journal keeps it beside the request. */
export interface Findings {
  readonly passed: string[];
  failed: string | undefined;
  hint: string | undefined;
  readonly notes: string[];
}

/** A fresh sheet. */
export function newFindings(): Findings {
  return { passed: [], failed: undefined, hint: undefined, notes: [] };
}

/**
 * Runs one named check and writes its name on the sheet. A refusal is passed on, so that an endpoint reads as the
 * printed list of its checks and the first one that fails ends it.
 */
export function check<T>(findings: Findings, name: string, run: () => T): T {
  try {
    const value = run();
    findings.passed.push(name);
    return value;
  } catch (error) {
    findings.failed = name;
    findings.hint =
      error instanceof MdesRefusal || error instanceof GatewayRefusal ? error.message : undefined;
    if (error instanceof MdesRefusal && error.hint !== undefined) findings.hint = error.hint;
    throw error;
  }
}
