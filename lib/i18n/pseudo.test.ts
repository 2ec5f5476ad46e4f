import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { APP_LOCALES, directionOf, formatOf, wireLocale } from './locale';
import { messagesOf } from './messages';
import * as production from './no-pseudo';
import { pseudo, pseudoOf, pseudoSentence } from './pseudo.demo';
import { translator } from './translator';

type Tree = { [key: string]: string | Tree };

function sentences(tree: Tree, prefix = ''): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : sentences(value, `${prefix}${key}.`),
  );
}

const english = sentences(messagesOf('en') as Tree);
const NUMBERS = ['count', 'minutes', 'seconds', 'max', 'step'];
const names = english.flatMap(([, text]) => [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name));
const valuesFor = (count: number) =>
  Object.fromEntries(names.map((name) => [name, NUMBERS.includes(name) ? count : '7']));

describe('the pseudo-language of the tests', () => {
  it('has an accent on every letter, and leaves arguments, branches, marks and tags alone', () => {
    expect(pseudoSentence('Call {phone} or <link>write</link>')).toMatch(
      /^\[Çåļļ \{phone\} öŕ <link>ŵŕîŧé<\/link> [·ö ]+\]$/,
    );
    expect(pseudoSentence('{count, plural, =1 {One card} other {# cards}} for {name}')).toMatch(
      /^\[\{count, plural, =1 \{Öñé çåŕđ\} other \{# çåŕđš\}\} ƒöŕ \{name\} [·ö ]+\]$/,
    );
    expect(pseudoSentence('{apps, select, both {{name} on it} other {x}}')).toMatch(
      /^\[\{apps, select, both \{\{name\} öñ îŧ\} other \{ẋ\}\} [·ö ]+\]$/,
    );
    expect(pseudoSentence('{cards}')).toBe('{cards}');
  });

  it('speaks the sentences that the build has parsed, too', () => {
    const parsed = {
      cards: [['count', 2, { '=1': 'One card', other: [0, ' cards'] }], ' for ', ['name']],
      write: ['Call or ', ['link', 'write']],
      value: [['cards']],
    };
    expect(pseudo(parsed)).toEqual({
      cards: ['[', ['count', 2, { '=1': 'Öñé çåŕđ', other: [0, ' çåŕđš'] }], ' ƒöŕ ', ['name'], ' ·ö·ö·ö]'],
      write: ['[', 'Çåļļ öŕ ', ['link', 'ŵŕîŧé'], ' ·ö·ö·ö]'],
      value: [['cards']],
    });
  });

  it('is about a third longer', () => {
    const english = 'Nothing leaves the bank until you agree.';
    expect(pseudoSentence(english).length / english.length).toBeGreaterThan(1.3);
    expect(pseudoSentence(english).length / english.length).toBeLessThan(1.6);
  });

  it('says every sentence of the catalogue without a letter of English, for every count', () => {
    const t = createTranslator({
      locale: 'en-XA',
      messages: messagesOf('en-XA'),
      onError: (error) => {
        throw error;
      },
    }) as unknown as (key: string, values: Record<string, unknown>) => string;
    for (const [path] of english)
      for (const count of [0, 1, 2, 5, 11]) {
        const left = t(path, valuesFor(count)).match(/[a-z]+/gi);
        expect({ path, left }).toEqual({ path, left: null });
      }
  });

  it('reaches what is stored and sent, and Click to Pay as a locale of its own', () => {
    expect(translator('en_XA', 'tooManyReturns')('text')).toMatch(/^\[Ŧöö /);
    expect(wireLocale('en-XA', 'en_GB')).toBe('en_XA');
    expect(directionOf(formatOf('en-XA'))).toBe('ltr');
  });

  it('is offered to nobody, and asked for by its own tag alone', () => {
    expect(APP_LOCALES).not.toContain('en-XA');
    expect(['en-XA', 'en_XA'].map(pseudoOf)).toEqual(['en-XA', 'en-XA']);
    for (const tag of ['en', 'en-GB', 'xa', '', null, undefined, 'en-XA;x']) expect(pseudoOf(tag)).toBeNull();
  });

  it('AU-14: is nothing at all in a production build', () => {
    expect(production.pseudoOf('en-XA')).toBeNull();
    expect(production.pseudo({ title: 'Sign in' })).toEqual({ title: 'Sign in' });
    expect(pseudo({ title: 'Sign in' })).not.toEqual({ title: 'Sign in' });
  });
});
