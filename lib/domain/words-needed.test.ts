import { readFileSync } from 'node:fs';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '@/lib/i18n/messages';
import { APP_ERROR_CODES } from '@/lib/errors/app-error';
import { APP_LOCALES } from '@/lib/i18n/locale';
import journey from '@/messages/en/journey.json';
import { CARD_OUTCOMES, ENROLLMENT_EVENTS, ENROLLMENT_STATES } from './enrollment';
import type { SharedField } from './read-models';
import { parseResults } from './result';
import {
  CLOSER_FAULTS,
  EXTRA_TIMELINE_EVENTS,
  PAGE_FAULTS,
  PUSH_FAILURES,
  REASON_CODES,
  errorKeys,
  failureWords,
  reasonWords,
} from './words-needed';

type Words = Record<string, unknown>;
const catalogue: Words = journey;

function at(path: string, words: Words = catalogue): unknown {
  return path.split('.').reduce<unknown>((level, key) => (isGroup(level) ? level[key] : undefined), words);
}

function isGroup(value: unknown): value is Words {
  return typeof value === 'object' && value !== null;
}

function* sentences(group: Words, path: string[] = []): Generator<{ path: string; text: string }> {
  for (const [key, value] of Object.entries(group)) {
    if (typeof value === 'string') yield { path: [...path, key].join('.'), text: value };
    else if (isGroup(value)) yield* sentences(value, [...path, key]);
  }
}

/** The languages and parts in which something that may come up has no words. */
const wordless = (path: string): string[] =>
  APP_LOCALES.flatMap((locale) =>
    ['title', 'sentence', 'nextStep'].flatMap((part) => {
      const words = at(`${path}.${part}`, messagesOf(locale));
      return typeof words === 'string' && /\p{L}/u.test(words) ? [] : [`${locale}: ${path}.${part}`];
    }),
  );

describe('the catalogue of the journey', () => {
  it.each([...CARD_OUTCOMES, 'confirmed', 'expired', 'waiting'])(
    'has title, sentence and next step for the outcome %s',
    (outcome) => {
      expect(wordless(`outcomes.${outcome}`)).toEqual([]);
    },
  );

  it.each([...REASON_CODES, 'other'])('has title, sentence and next step for the reason %s', (reason) => {
    expect(wordless(`reasons.${reason}`)).toEqual([]);
  });

  it.each([...PUSH_FAILURES, 'other'])('has title, sentence and next step for the failure %s', (failure) => {
    expect(wordless(`failures.${failure}`)).toEqual([]);
  });

  it.each([...APP_ERROR_CODES, ...PAGE_FAULTS, ...CLOSER_FAULTS, 'unknown'])(
    'has title, sentence and next step for the fault %s',
    (fault) => {
      expect(wordless(`errors.${fault}`)).toEqual([]);
    },
  );

  it.each(ENROLLMENT_STATES)('has a name for the state %s', (state) => {
    expect(at(`states.${state}`)).toEqual(expect.any(String));
  });

  it.each([...ENROLLMENT_EVENTS, ...EXTRA_TIMELINE_EVENTS, 'other'])(
    'has a fact and a detail for the event %s',
    (event) => {
      expect([at(`timeline.${event}.title`), at(`timeline.${event}.detail`)]).toEqual([
        expect.any(String),
        expect.any(String),
      ]);
    },
  );

  it.each<SharedField>(['name', 'address', 'email', 'mobile'])('names the field %s', (field) => {
    expect([at(`fields.${field}.label`), at(`fields.${field}.inline`)]).toEqual([
      expect.any(String),
      expect.any(String),
    ]);
  });

  it('has words in the tally for every outcome', () => {
    for (const outcome of [...CARD_OUTCOMES, 'confirmed', 'expired'])
      expect({ [outcome]: at(`results.tally.${outcome}`) }).toEqual({ [outcome]: expect.any(String) });
  });

  it('formats every message for one, two and nine without a fault', () => {
    // Keys are walked, not written: the typed lookup of the library has nothing to offer here.
    const words = createTranslator({
      locale: 'en-GB',
      messages: messagesOf('en'),
      onError: (error) => {
        throw error;
      },
    }) as unknown as (path: string, values: Record<string, string | number>) => string;
    const text = 'x';
    for (const { path } of sentences(catalogue))
      for (const count of [0, 1, 2, 9]) {
        const values = {
          count,
          minutes: count,
          seconds: count,
          name: text,
          bank: text,
          time: text,
          when: text,
          date: text,
        };
        const more = {
          reference: text,
          hint: text,
          fields: text,
          field: text,
          cards: text,
          card: text,
          last4: text,
          phone: text,
          tally: text,
          version: text,
          country: text,
          again: 'code',
        };
        expect(words(path, { ...values, ...more })).toMatch(/\S/);
      }
  });

  it('shows no code, no jargon and no blame', () => {
    const banned =
      /[A-Z]{3,}|\w_\w|\b([Ee]rrors?|[Ii]nvalid|occurred|[Tt]oken|[Rr]eceipt|[Ss]orry|[Oo]ops|[Pp]lease)\b/;
    for (const { path, text } of sentences(catalogue)) {
      // Placeholders and their ICU keywords are not shown to anybody.
      // PDF is a word that people know.
      const shown = text.replace(/\{\w+(, \w+,)?|PDF/g, ' ');
      expect({ path, bad: banned.exec(shown)?.[0] ?? null }).toEqual({ path, bad: null });
    }
  });

  it('knows every code that the published table of outcomes can bring, as a reason or as a result', () => {
    const [, table = ''] = readFileSync('README.md', 'utf8').split('<!-- outcomes:');
    const codes = new Set([...table.matchAll(/`([A-Z][A-Z_]{4,})`/g)].map(([, code = '']) => code));
    expect(codes.size).toBeGreaterThan(10);
    const strange = [...codes].filter((code) => {
      const [result] = parseResults(`results[R]=${code}|DWSPMC1`);
      return reasonWords(code) === 'other' && result?.outcome === 'unknown';
    });
    expect(strange).toEqual([]);
  });

  it('says the closest it knows of a fault: the field first, then the tries that are left', () => {
    expect(errorKeys({ code: 'required', field: 'username' })).toEqual(['username_required', 'required']);
    expect(errorKeys({ code: 'WRONG_CODE', triesLeft: 4 })).toEqual(['WRONG_CODE_some_left', 'WRONG_CODE']);
    expect(errorKeys({ code: 'WRONG_CODE', triesLeft: 1 })).toEqual([
      'WRONG_CODE_one_left',
      'WRONG_CODE_some_left',
      'WRONG_CODE',
    ]);
    expect(errorKeys({ code: 'WRONG_CODE', triesLeft: 0 })).toEqual(['WRONG_CODE_none_left', 'WRONG_CODE']);
    expect(errorKeys({ code: 'STALE' })).toEqual(['STALE']);
  });

  it('falls back to words of its own for a code nobody has seen', () => {
    expect([reasonWords('SOMETHING_NEW'), reasonWords(null), failureWords('surprise')]).toEqual([
      'other',
      'other',
      'other',
    ]);
  });
});
