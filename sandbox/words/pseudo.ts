/** A language for tests, made from English: what has no accent on a page did not come from the catalogue. */
export const PSEUDO_LOCALE = 'en_XA';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = [...'åƀçđéƒĝĥîĵķļɱñöþɋŕšŧûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŦÛṼŴẊÝŽ'];

const accented = (text: string): string =>
  text.replaceAll(/\{\w+\}|[a-z]/gi, (match) => ACCENTED[PLAIN.indexOf(match)] ?? match);

/** Accents between the values, which stay as they were handed in. */
function around(said: string, [value, ...others]: readonly string[]): string {
  if (value === undefined) return accented(said);
  return said
    .split(value)
    .map((part) => around(part, others))
    .join(value);
}

/** Values that choose a sentence and do not stand in it. */
const CHOICES = new Set<unknown>(['email', 'mobile', 'website', 'app', '']);

const lengthen = (text: string): string => `[${text} ${'·ö'.repeat(Math.ceil(text.length * 0.175))}]`;

function spoken(value: unknown): unknown {
  if (typeof value === 'string') return lengthen(accented(value));
  if (typeof value === 'function') {
    const say = value as (...values: unknown[]) => string;
    return (...values: unknown[]) => {
      const inside = values.filter((one): one is string => typeof one === 'string' && !CHOICES.has(one));
      return lengthen(around(say(...values), inside));
    };
  }
  if (Array.isArray(value)) return value.map(spoken);
  return typeof value === 'object' && value !== null ? mapped(value) : value;
}

const mapped = (tree: object): object =>
  Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, spoken(value)]));

/** A catalogue in the pseudo-language, of the same shape. */
export function pseudoOf<T extends { language: string; direction: string }>(catalogue: T): T {
  const { language, direction } = catalogue;
  return { ...(mapped(catalogue) as T), language, direction };
}
