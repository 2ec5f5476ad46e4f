/** What came of one receipt; a receipt without results is left out, one reported twice stands there twice. */
export interface ReceiptResults {
  readonly receipt: string;
  /** Raw values, e.g. `APPROVED|DWSPMC...`. */
  readonly values: readonly string[];
}

/**
 * The address at which the bank hears the results (spec 7): `results[<receipt>]=<value>` per receipt, brackets and pipe
 * percent-encoded as the seed page's sample has them, behind whatever query the callback already carries.
 */
export function callbackAddress(callbackURL: string, results: readonly ReceiptResults[]): string {
  const [beforeFragment = '', ...fragment] = callbackURL.split('#');
  const pairs = results.flatMap(({ receipt, values }) =>
    values.map((value) => `${encodeURIComponent(`results[${receipt}]`)}=${encodeURIComponent(value)}`),
  );
  const joint =
    pairs.length === 0 || /[?&]$/.test(beforeFragment) ? '' : beforeFragment.includes('?') ? '&' : '?';
  return [beforeFragment + joint + pairs.join('&'), ...fragment].join('#');
}

/** The source by which a Content-Security-Policy allows a form's answer to lead to this address. */
export function formActionSource(callbackURL: string): string {
  const url = new URL(callbackURL);
  return url.origin === 'null' ? url.protocol : url.origin;
}
