/** What the sandbox can put on the wire; a bigint becomes a JSON number with all its digits. */
export type WireValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly WireValue[]
  | { readonly [name: string]: WireValue | undefined };

/**
 * Compact JSON that keeps 19-digit numbers whole (spec 4.1: `enabledAccountRanges` are int64 numbers beyond 2^53, which
 * `JSON.stringify` can neither read from a bigint nor hold in a number). Members that are undefined are left out.
 */
export function losslessJson(value: WireValue): string {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(losslessJson).join(',')}]`;
  const members = Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : [`${JSON.stringify(name)}:${losslessJson(member)}`],
  );
  return `{${members.join(',')}}`;
}

function isList(value: object): value is readonly WireValue[] {
  return Array.isArray(value);
}
