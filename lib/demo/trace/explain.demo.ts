import type { ExplainedField, TraceBlock } from '@/lib/domain/trace.demo';
import demo from '@/messages/en/demo.json';

const FIELDS: Readonly<Record<string, { what: string; where: string }>> = demo.wireFields;
/** Longer strings are cut: nobody reads a ciphertext. */
const MOST_SHOWN = 72;

/** `results[MCC-…]` is one kind of field, whatever stands in the brackets. */
const nameOf = (name: string): string => name.replace(/\[.*$/s, '');

export function explained(name: string, value: string): ExplainedField {
  const known = Object.hasOwn(FIELDS, nameOf(name)) ? FIELDS[nameOf(name)] : undefined;
  return { name, value, what: known?.what ?? '', where: known?.where ?? '' };
}

export const fieldsBlock = (caption: string, pairs: Iterable<readonly [string, string]>): TraceBlock => ({
  kind: 'fields',
  caption,
  fields: [...pairs].map(([name, value]) => explained(name, value)),
});

export const shortened = (text: string): string =>
  text.length <= MOST_SHOWN ? text : `${text.slice(0, 40)}… (${text.length} characters)`;

/** A JSON value on several lines, long strings cut. */
export function prettyJson(value: unknown): string {
  return JSON.stringify(
    value,
    (_name, member: unknown) => (typeof member === 'string' ? shortened(member) : member),
    2,
  );
}

/** The members of a body that are explained, outer ones first, each once; lists are not walked into beyond their first item. */
export function bodyFields(body: unknown): [string, string][] {
  const found = new Map<string, string>();
  const walk = (value: unknown): void => {
    const item: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof item !== 'object' || item === null) return;
    const members = Object.entries(item);
    for (const [name, member] of members) {
      if (!Object.hasOwn(FIELDS, name) || found.has(name)) continue;
      found.set(name, inOneLine(member));
    }
    for (const [, member] of members) walk(member);
  };
  walk(body);
  return [...found];
}

function inOneLine(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? `[ ${value.length} ]` : '{ … }';
  return shortened(String(value));
}

export const headerLines = (
  headers: Readonly<Record<string, string>>,
  without: readonly string[] = [],
): string =>
  Object.entries(headers)
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
