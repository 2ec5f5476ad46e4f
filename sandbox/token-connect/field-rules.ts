import type { WireError } from './refusal';

/** Kinds of fault a field can have; each is a reason code (spec 5.2). */
export type FieldFault =
  | 'INVALID_FIELD_LENGTH'
  | 'INVALID_FIELD_FORMAT'
  | 'INVALID_FIELD_VALUE'
  | 'MISSING_REQUIRED_FIELD'
  | 'UNRECOGNIZED_FIELD';

const WORDS: Record<FieldFault, string> = {
  INVALID_FIELD_LENGTH: 'Invalid Field Length',
  INVALID_FIELD_FORMAT: 'Invalid Field Format',
  INVALID_FIELD_VALUE: 'Invalid Field Value',
  MISSING_REQUIRED_FIELD: 'Missing Required Field',
  UNRECOGNIZED_FIELD: 'Unrecognized Field',
};

/** Collects the faults of one message, in the order of its fields. */
export type Report = (fault: FieldFault, field: string) => void;
/** Looks at one value; says nothing when it is right. */
export type Rule = (value: unknown, field: string, report: Report) => void;

/** The error MDES writes for a faulty field: `Invalid Field Length - {field name}` (spec 5.2). */
export function fieldError(fault: FieldFault, field: string): WireError {
  // The name may come from the caller (an unknown member), so it is cut to what a name can be.
  const name = field
    .replace(/\d{9,}/g, '#')
    .replace(/[^A-Za-z0-9_.#-]/g, '?')
    .slice(0, 100);
  return { source: 'INPUT', reasonCode: fault, description: `${WORDS[fault]} - ${name}` };
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string of `min` to `max` characters that matches `pattern`; the length is judged first. */
export function text(min: number, max: number, pattern?: RegExp): Rule {
  return (value, field, report) => {
    if (typeof value !== 'string') return report('INVALID_FIELD_FORMAT', field);
    const length = [...value].length;
    if (length < min || length > max) return report('INVALID_FIELD_LENGTH', field);
    if (pattern !== undefined && !pattern.test(value)) report('INVALID_FIELD_FORMAT', field);
  };
}

/** A string of digits. */
export const digits = (min: number, max: number): Rule => text(min, max, /^\d+$/);

/** Hex, upper or lower case, whole bytes. */
export const hex = (min: number, max: number): Rule => text(min, max, /^(?:[0-9a-fA-F]{2})+$/);

/** One of these words, exactly. */
export function oneOf(...words: readonly string[]): Rule {
  return (value, field, report) => {
    if (typeof value !== 'string') return report('INVALID_FIELD_FORMAT', field);
    if (!words.includes(value)) report('INVALID_FIELD_VALUE', field);
  };
}

/** A JSON boolean. */
export const bool: Rule = (value, field, report) => {
  if (typeof value !== 'boolean') report('INVALID_FIELD_FORMAT', field);
};

/** The booleans of `signatureData` "should not be case sensitive": `true`, `"true"` and `"TRUE"` are the same (spec 1.3). */
export const lenientBool: Rule = (value, field, report) => {
  if (typeof value === 'string' && /^(?:true|false)$/i.test(value)) return;
  bool(value, field, report);
};

/** Reads what `lenientBool` let through. */
export function readLenientBool(value: unknown, absent: boolean): boolean {
  return value === undefined ? absent : String(value).toLowerCase() === 'true';
}

/** Applies a further rule only when the first one found nothing. */
export function both(first: Rule, second: Rule): Rule {
  return (value, field, report) => {
    let clean = true;
    first(value, field, (fault, name) => {
      clean = false;
      report(fault, name);
    });
    if (clean) second(value, field, report);
  };
}

/** An array of `min` to `max` entries, each under the same rule and the array's own name. */
export function list(min: number, max: number, each: Rule): Rule {
  return (value, field, report) => {
    if (!Array.isArray(value)) return report('INVALID_FIELD_FORMAT', field);
    if (value.length < min || value.length > max) return report('INVALID_FIELD_LENGTH', field);
    for (const entry of value) each(entry, field, report);
  };
}

/** An object with exactly these members. Unknown ones are refused: a typing error must not pass in silence. */
export function object(
  required: Readonly<Record<string, Rule>>,
  optional: Readonly<Record<string, Rule>> = {},
): Rule {
  return (value, field, report) => {
    if (!isRecord(value)) return report('INVALID_FIELD_FORMAT', field);
    for (const [name, rule] of Object.entries(required)) {
      if (value[name] === undefined) report('MISSING_REQUIRED_FIELD', name);
      else rule(value[name], name, report);
    }
    for (const [name, rule] of Object.entries(optional)) {
      if (value[name] !== undefined) rule(value[name], name, report);
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(required, name) && !Object.hasOwn(optional, name))
        report('UNRECOGNIZED_FIELD', name);
    }
  };
}

/** All faults of a value, as MDES errors. */
export function faultsOf(rule: Rule, value: unknown, field: string): WireError[] {
  const errors: WireError[] = [];
  rule(value, field, (fault, name) => errors.push(fieldError(fault, name)));
  return errors;
}
