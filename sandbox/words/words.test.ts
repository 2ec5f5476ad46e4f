import { describe, expect, it } from 'vitest';
import { english } from './english';
import { acceptedLocale, CATALOGUES, clockTime, money, wordsFor, type Words } from './words';

type Said = readonly [path: string, sentence: string];

/** In every branch of a plural, Arabic's included. */
const COUNTS = [0, 1, 2, 3, 5, 11];
/** The names in the English functions tell what each wants. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  count: COUNTS,
  left: COUNTS,
  channel: ['email', 'mobile'],
  place: ['website', 'app'],
};

const parametersOf = (say: unknown): readonly string[] =>
  [...(/\(([^)]*)\)/.exec(String(say))?.[1] ?? '').matchAll(/\w+/g)].map(([name]) => name);

function combinations(names: readonly string[]): readonly (readonly unknown[])[] {
  const [name, ...others] = names;
  if (name === undefined) return [[]];
  return (VALUES[name] ?? [`⟦${name}⟧`]).flatMap((value) =>
    combinations(others).map((rest) => [value, ...rest]),
  );
}

/** Everything that a catalogue can say; English tells which values there are. */
function sentences(own: unknown, source: unknown, path = ''): Said[] {
  if (typeof own === 'string') return [[path, own]];
  if (typeof own === 'function') {
    const say = own as (...values: readonly unknown[]) => string;
    return combinations(parametersOf(source)).map((values) => [`${path}(${values.join()})`, say(...values)]);
  }
  return Object.entries(own as object).flatMap(([key, value]) =>
    sentences(value, (source as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

const valuesIn = (text: string): string[] => [...new Set(text.match(/⟦\w+⟧|\{card\}/g))].sort();
/** What a language may have in common with English: itself, names, and words that are the same. */
const ALIKE = new Set([
  '.language',
  '.direction',
  '.common.email',
  '.common.mobile',
  '.details.name',
  '.shop.name',
  '.shop.total',
]);
/** Values, punctuation and names are the same in every language. */
const isAnyLanguage = (text: string): boolean =>
  !/\p{L}{2}/u.test(text.replace(/⟦\w+⟧|\{card\}|Click to Pay/g, ''));

const source = sentences(english, english);
const others = Object.entries(CATALOGUES).filter(([language]) => language !== 'en');

describe.each(others)('the sandbox in %s', (_, words: Words) => {
  const own = sentences(words, english);

  it('says everything that it says in English, with the same values in it', () => {
    expect(own.map(([path]) => path)).toEqual(source.map(([path]) => path));
    expect(own.map(([path, text]) => [path, valuesIn(text)])).toEqual(
      source.map(([path, text]) => [path, valuesIn(text)]),
    );
  });

  it('leaves nothing empty, undefined or in English', () => {
    const english = new Map(source);
    const bad = own.filter(
      ([path, text]) =>
        !/\S/.test(text) ||
        /undefined|NaN|\[object/.test(text) ||
        (text === english.get(path) && !ALIKE.has(path) && !isAnyLanguage(text)),
    );
    expect(bad).toEqual([]);
  });
});

describe('the language of the sandbox', () => {
  it.each([
    ['de-CH,de;q=0.9,en;q=0.8', 'de_CH'],
    ['it-IT,it;q=0.9,fr;q=0.5,en;q=0.7', 'en_US'],
    ['fr;q=0, es', 'es_ES'],
    ['ar', 'ar_AE'],
    ['zh-Hant-TW,pt-br;q=0.4', 'pt_BR'],
    ['*', 'en_US'],
    [undefined, 'en_US'],
    [',,;q=,;', 'en_US'],
  ])('takes from Accept-Language %j the locale %s', (header, locale) =>
    expect(acceptedLocale(header)).toBe(locale),
  );

  it.each(['ar_AE', 'ar_EG', 'de_DE'])('writes digits as they stand on the cards in %s', (locale) => {
    expect(money(locale, 1250, 'EUR')).toMatch(/12[.,]50/);
    expect(clockTime(locale, 0)).toMatch(/\d\d:\d\d/);
  });

  it('knows a pseudo-language, in which no word of English is left but the values', () => {
    const pseudo = wordsFor('en_XA');
    const left = sentences(pseudo, english)
      .filter(([path]) => !/\.(language|direction)$/.test(path))
      .flatMap(
        ([path, text]) =>
          text
            .replace(/⟦\w+⟧|\{card\}/g, '')
            .match(/[a-z]+/gi)
            ?.map((word) => `${path}: ${word}`) ?? [],
      );
    expect(left).toEqual([]);
    expect(valuesIn(pseudo.done.waitingLead('⟦bank⟧'))).toEqual(['⟦bank⟧']);
  });
});
