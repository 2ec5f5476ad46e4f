import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { APP_LOCALES, LANGUAGES, type AppLocale } from './locale';
import { messagesOf } from './messages';

type Tree = { [key: string]: string | Tree };

function sentences(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : sentences(value, `${prefix}${key}.`),
  );
}

const english = sentences(messagesOf('en') as Tree);
const others = APP_LOCALES.filter((locale) => locale !== 'en');
/** In every branch of a plural, and beyond the five that have a word of their own. */
const COUNTS = [0, 1, 2, 3, 4, 5, 6, 11, 100];
const NUMBERS = ['count', 'minutes', 'seconds', 'max', 'step'];
const NAMES = [
  ...new Set(english.flatMap(([, text]) => [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))),
];

/** Everything that a sentence can say, with each value marked so that it is found again. */
function said(locale: AppLocale, path: string): string[] {
  const t = createTranslator({
    locale: LANGUAGES[locale].format,
    messages: messagesOf(locale) as Tree,
    onError: (error) => {
      throw error;
    },
  }) as unknown as (key: string, values: Record<string, unknown>) => string;
  return COUNTS.map((number) => {
    const values = NAMES.map((name) => [name, NUMBERS.includes(name) ? number : `⟦${name}⟧`]);
    return t(path, Object.fromEntries(values));
  });
}

const valuesIn = (texts: string[]) =>
  [...new Set(texts.flatMap((text) => text.match(/⟦\w+⟧/g) ?? []))].sort();

describe.each(others)('the catalogue in %s', (locale) => {
  const own = sentences(messagesOf(locale) as Tree);

  it('has every sentence of the English one, and no other', () => {
    expect(own.map(([path]) => path)).toEqual(english.map(([path]) => path));
  });

  it('says each sentence for every count, with the same values in it', () => {
    for (const [path] of english)
      expect({ path, values: valuesIn(said(locale, path)) }).toEqual({
        path,
        values: valuesIn(said('en', path)),
      });
  });

  it('leaves none empty, whatever the count', () => {
    for (const [path] of english)
      expect({ path, empty: said(locale, path).filter((text) => !/\S/.test(text)) }).toEqual({
        path,
        empty: [],
      });
  });

  it('leaves no sentence in English', () => {
    const left = own.filter(([path, text]) => {
      const words = text.replace(/\{\w+\}|Click to Pay/g, ' ').match(/\p{L}{2,}/gu) ?? [];
      return words.length > 2 && text === new Map(english).get(path);
    });
    expect(left).toEqual([]);
  });
});
