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

/** Collects the faults of one message, in the order of its fields. `why` tells the developer what is allowed, and never repeats the value. */
export type Report = (fault: FieldFault, field: string, why: string) => void;
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

/** What kind of JSON a value is, without the value. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
const wants = (kind: string, value: unknown): string => `got ${kindOf(value)}, wants ${kind}`;
const between = (min: number, max: number, what: string): string =>
  min === max
    ? `${min} ${what}`
    : `${min} to ${max === Number.POSITIVE_INFINITY ? 'any number of' : max} ${what}`;

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string of `min` to `max` characters that matches `pattern`; the length is judged first. */
export function text(min: number, max: number, pattern?: RegExp): Rule {
  return (value, field, report) => {
    if (typeof value !== 'string') return report('INVALID_FIELD_FORMAT', field, wants('a string', value));
    const length = [...value].length;
    if (length < min || length > max)
      return report('INVALID_FIELD_LENGTH', field, `got ${length}, wants ${between(min, max, 'characters')}`);
    if (pattern !== undefined && !pattern.test(value))
      report('INVALID_FIELD_FORMAT', field, `does not match ${pattern.source}`);
  };
}

/** A string of digits. */
export const digits = (min: number, max: number): Rule => text(min, max, /^\d+$/);

/** Hex, upper or lower case, whole bytes. */
export const hex = (min: number, max: number): Rule => text(min, max, /^(?:[0-9a-fA-F]{2})+$/);

/** One of these words, exactly. */
export function oneOf(...words: readonly string[]): Rule {
  return (value, field, report) => {
    if (typeof value !== 'string') return report('INVALID_FIELD_FORMAT', field, wants('a string', value));
    if (!words.includes(value)) report('INVALID_FIELD_VALUE', field, `wants one of ${words.join(', ')}`);
  };
}

/** A JSON boolean. */
export const bool: Rule = (value, field, report) => {
  if (typeof value !== 'boolean') report('INVALID_FIELD_FORMAT', field, wants('true or false', value));
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
    first(value, field, (...found) => {
      clean = false;
      report(...found);
    });
    if (clean) second(value, field, report);
  };
}

/** An array of `min` to `max` entries, each under the same rule and the array's own name. */
export function list(min: number, max: number, each: Rule): Rule {
  return (value, field, report) => {
    if (!Array.isArray(value)) return report('INVALID_FIELD_FORMAT', field, wants('an array', value));
    if (value.length < min || value.length > max)
      return report(
        'INVALID_FIELD_LENGTH',
        field,
        `got ${value.length}, wants ${between(min, max, 'entries')}`,
      );
    for (const [index, entry] of value.entries()) {
      each(entry, field, (fault, name, why) =>
        report(fault, name, `${why} (entry ${index + 1} of ${field})`),
      );
    }
  };
}

/** An object with exactly these members. Unknown ones are refused: a typing error must not pass in silence. */
export function object(
  required: Readonly<Record<string, Rule>>,
  optional: Readonly<Record<string, Rule>> = {},
): Rule {
  return (value, field, report) => {
    if (!isRecord(value)) return report('INVALID_FIELD_FORMAT', field, wants('an object', value));
    for (const [name, rule] of Object.entries(required)) {
      if (value[name] === undefined) report('MISSING_REQUIRED_FIELD', name, `required in ${field}`);
      else rule(value[name], name, report);
    }
    for (const [name, rule] of Object.entries(optional)) {
      if (value[name] !== undefined) rule(value[name], name, report);
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(required, name) && !Object.hasOwn(optional, name))
        report(
          'UNRECOGNIZED_FIELD',
          name,
          `${field} knows ${[...Object.keys(required), ...Object.keys(optional)].join(', ')}`,
        );
    }
  };
}

/** One fault of a field: as MDES writes it, and for the developer. */
export interface FieldFinding {
  readonly error: WireError;
  readonly why: string;
}

/** All faults of a value. */
export function faultsOf(rule: Rule, value: unknown, field: string): readonly FieldFinding[] {
  const found: FieldFinding[] = [];
  rule(value, field, (fault, name, why) => found.push({ error: fieldError(fault, name), why }));
  return found;
}
