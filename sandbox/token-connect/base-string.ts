type Pairs = readonly (readonly [string, string])[];

/** RFC 3986 escaping: everything but unreserved characters (RFC 5849, 3.6). */
function escape(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Scheme, lower-case host, port unless it is the default one, path; no query (RFC 5849, 3.4.1.2). */
function baseStringUri(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sorted = (pairs: Pairs): Pairs =>
  [...pairs].sort(([nameA, valueA], [nameB, valueB]) => byBytes(nameA, nameB) || byBytes(valueA, valueB));
const joined = (pairs: Pairs): string => pairs.map(([name, value]) => `${name}=${value}`).join('&');

/** The signature base string of RFC 5849, 3.4.1: parameters escaped one by one, then once more as a whole. */
export function rfc5849BaseString(method: string, url: URL, signed: Pairs): string {
  const escaped = [...signed, ...url.searchParams].map(
    ([name, value]) => [escape(name), escape(value)] as const,
  );
  return [method.toUpperCase(), escape(baseStringUri(url)), escape(joined(sorted(escaped)))].join('&');
}

/** The raw query, split but not decoded, as the signer library reads it. */
function rawQuery(url: URL): Pairs {
  if (url.search.length < 2) return [];
  return url.search
    .slice(1)
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at > 0 ? ([pair.slice(0, at), pair.slice(at + 1)] as const) : ([pair, ''] as const);
    });
}

/**
 * The base string as Mastercard's own JavaScript signer builds it: parameter values enter raw and are escaped once,
 * and only the first `*` and the first `!` are escaped. Real traffic has this form, so the sandbox accepts it.
 */
export function signerLibraryBaseString(method: string, url: URL, signed: Pairs): string {
  const parameters = encodeURIComponent(joined(sorted([...signed, ...rawQuery(url)]))).replace('*', '%2A');
  return `${method.toUpperCase()}&${encodeURIComponent(baseStringUri(url))}&${parameters}`.replace(
    '!',
    '%21',
  );
}
