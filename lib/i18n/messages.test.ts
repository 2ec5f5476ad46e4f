import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { CARD_OUTCOMES } from '@/lib/domain/enrollment';
import { CLOSER_FAULTS, PAGE_FAULTS } from '@/lib/domain/words-needed';
import { APP_ERROR_CODES } from '@/lib/errors/app-error';
import demo from '@/messages/en/demo.json';
import ui from '@/messages/en/ui.json';
import journey from '@/messages/en/journey.json';
import server from '@/messages/en/server.json';
import system from '@/messages/en/system.json';
import { APP_LOCALES } from './locale';
import { messagesOf } from './messages';

type Tree = { [key: string]: string | Tree };

function sentences(tree: Tree, prefix = ''): { path: string; text: string }[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [{ path: prefix + key, text: value }] : sentences(value, `${prefix}${key}.`),
  );
}

const catalogue = messagesOf('en') as Tree;
const paths = new Set(sentences({ ...catalogue, ...demo }).map(({ path }) => path));

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [path] : [];
  });
}

/** `const t = useTranslations('cards')` and every literal `t('title')`, of one file. Keys made at run time have tests of their own. */
function literalKeys(source: string): string[] {
  const translators = [...source.matchAll(/const (\w+) = (?:await )?(?:use|get)Translations\('([\w.]+)'\)/g)];
  return translators.flatMap(([, name = '', namespace = '']) => {
    // A name used for two namespaces in one file cannot be told apart here.
    if (translators.filter(([, other]) => other === name).length > 1) return [];
    return [...source.matchAll(new RegExp(`\\b${name}(?:\\.rich)?\\(\\s*'([\\w.]+)'`, 'g'))].map(
      ([, key = '']) => `${namespace}.${key}`,
    );
  });
}

const portal: Tree = { ...ui, ...system };

describe('the catalogue', () => {
  it('keeps every namespace in one file, so that nothing overwrites another sentence', () => {
    const namespaces = [ui, journey, server, system, demo].flatMap((file) => Object.keys(file));
    expect(namespaces.filter((name, index) => namespaces.indexOf(name) !== index)).toEqual([]);
  });

  it('has every sentence that components and pages ask for by name', () => {
    const missing = ['components', 'app'].flatMap(filesBelow).flatMap((file) =>
      literalKeys(readFileSync(file, 'utf8'))
        .filter((key) => !paths.has(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it.each(APP_LOCALES)('says of every fault what happened, what it means and what to do, in %s', (locale) => {
    const needed = [...APP_ERROR_CODES, ...PAGE_FAULTS, ...CLOSER_FAULTS, 'unknown'].sort();
    const { errors } = messagesOf(locale) as { errors: Tree };
    expect(Object.keys(errors).sort()).toEqual(needed);
    const parts = needed.flatMap((fault) =>
      ['title', 'sentence', 'nextStep'].map((part) => `${fault}.${part}`),
    );
    const said = sentences(errors);
    expect(said.map(({ path }) => path).sort()).toEqual(parts.sort());
    // They stand in one line after the other, and nobody shouts.
    expect(said.filter(({ text }) => !/[.}]$/.test(text) || /[!¡]/.test(text))).toEqual([]);
    // A dozen lines on a phone of 320 pixels.
    const long = Object.values(errors).map((fault) => Object.values(fault).join(' ').length);
    expect(Math.max(...long)).toBeLessThan(290);
  });

  it('shows a fault in one way only, so that none is shown without its next step', () => {
    const asking = ['components', 'app']
      .flatMap(filesBelow)
      .filter((file) => /Translations\('errors'\)/.test(readFileSync(file, 'utf8')));
    expect(asking).toEqual([join('components', 'ui', 'error-text.tsx')]);
  });

  it.each([...CARD_OUTCOMES, 'confirmed', 'expired'])('has a status word for %s', (outcome) => {
    expect(paths).toContain(`outcomes.${outcome}.title`);
  });

  it('never says "added" of a card without saying who reported it', () => {
    expect(catalogue).toMatchObject({
      cards: { reported: expect.stringMatching(/^Click to Pay reported/) },
      outcomes: { approved: { title: expect.stringMatching(/^Reported/) } },
    });
  });

  it('AU-14: has no word of the demo outside the demo’s own file, which no production build asks for', () => {
    expect(sentences(catalogue).filter(({ text }) => /\bdemo\b/i.test(text))).toEqual([]);
    const asking = ['app', 'components', 'lib', 'server']
      .flatMap(filesBelow)
      .filter((file) => readFileSync(file, 'utf8').includes("messages/en/demo.json'"));
    expect(asking.length).toBeGreaterThan(0);
    expect(asking.filter((file) => !/\.demo\.tsx?$/.test(file))).toEqual([]);
  });

  it('formats every sentence of the portal for none, one, two and nine', () => {
    const t = createTranslator({
      locale: 'en-GB',
      messages: portal,
      onError: (error) => {
        throw error;
      },
    });
    const words = {
      name: 'N',
      bank: 'B',
      phone: 'P',
      date: 'D',
      hint: 'H',
      time: 'T',
      last4: '1234',
      expiry: '01/30',
      apps: 'both',
      reference: 'R',
      places: 'X',
      known: 'both',
      browser: 'W',
      system: 'Mac',
    };
    for (const { path } of sentences(portal)) {
      for (const number of [0, 1, 2, 9]) {
        const format = t as unknown as (key: string, values: Record<string, unknown>) => string;
        expect(format(path, { ...words, count: number, seconds: number, step: number, max: number })).toMatch(
          /\S/,
        );
      }
    }
  });

  it('shows no code, no jargon and no blame', () => {
    const banned =
      /\w_\w|\b([Ee]rrors?|[Ii]nvalid|occurred|[Tt]oken|[Rr]eceipt|[Ss]orry|[Oo]ops|[Pp]lease|failed)\b/;
    const bad = sentences(portal).filter(({ text }) => banned.test(text.replace(/\{\w+(, \w+,)?/g, ' ')));
    expect(bad).toEqual([]);
  });
});
