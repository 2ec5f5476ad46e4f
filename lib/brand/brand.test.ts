import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '@/lib/domain/colour';
import { JsonFileError } from '@/lib/config/json-file';
import { brand, parseBrand } from './brand';

const text = readFileSync('brands/partner-bank.json', 'utf8');
const faultsOf = (changed: string): string[] => {
  try {
    parseBrand(changed);
    return [];
  } catch (error) {
    return error instanceof JsonFileError ? error.faults : [String(error)];
  }
};
/** The default brand with one place changed, and the fault of that place. */
const spoilt = (from: string, to: string) => {
  expect(text).toContain(from);
  return faultsOf(text.replace(from, to));
};

describe('the brands that ship', () => {
  const files = readdirSync('brands');
  it('are three banks', () => expect(files).toHaveLength(3));

  it.each(files)('%s is legible as it stands: nothing is corrected', (file) => {
    expect(parseBrand(readFileSync(`brands/${file}`, 'utf8')).warnings).toEqual([]);
  });
});

describe('a brand file', () => {
  it('is read into the bank that it describes; without one, the portal is Partner Bank', () => {
    expect(parseBrand(text)).toEqual({ brand: brand(), warnings: [] });
    expect(brand()).toMatchObject({
      name: 'Partner Bank',
      languages: ['en', 'es', 'fr', 'de', 'pt-BR', 'ar'],
    });
  });

  it('is refused with every fault at once, each with its line and reason, and never what stood there', () => {
    const faults = faultsOf(
      text
        .replace('"Partner Bank"', '"<SECRET>"')
        .replace('M4 2.5h5.6', 'url(#SECRET)')
        .replace('0.074 218', '0.074 361')
        .replace('"tide"', '"SECRET"')
        .replace('"linesOpacity": 0.5,', '"linesOpacity": "SECRET",')
        .replace('"/legal/privacy"', '"javascript:SECRET"')
        .replace('0800 555 0142', 'SECRET')
        .replace('"fr"', '"tlh"')
        .replace('"languages"', '"SECRET": 1,\n  "languages"'),
    );
    expect(faults).toEqual([
      expect.stringMatching(/^BRAND_FILE line 2: name must begin with a letter/),
      'BRAND_FILE line 3: mark must be SVG path data alone, beginning with M.',
      expect.stringMatching(/^BRAND_FILE line 4: accent must be a colour/),
      'BRAND_FILE line 9: pattern must be one of tide, rosette, weave, contour.',
      'BRAND_FILE line 21: linesOpacity is missing, or of another type than it must be.',
      expect.stringMatching(/^BRAND_FILE line 44: privacy must be \/legal\/privacy/),
      expect.stringMatching(/^BRAND_FILE line 45: phone must be digits/),
      expect.stringMatching(/^BRAND_FILE line 47: languages must be of en \(English\)/),
      'BRAND_FILE line 46: the brand has a name that no brand knows.',
    ]);
    expect(faults.join(' ')).not.toContain('SECRET');
  });

  it.each([
    ['"M4 2.5h5.6', '"M4 2.5\\"/><script>'],
    ['"M4 2.5h5.6', '"'],
    ['"Partner Bank"', '"Partner\\u202eBank"'],
    ['"Partner Bank"', '"Partner\\nBank"'],
    ['"Partner Bank"', '""'],
    ['"/legal/terms"', '"http://bank.example/terms"'],
    ['"/legal/terms"', '"//bank.example/terms"'],
    ['"/legal/terms"', '"https://bank@evil.example/terms"'],
    ['"/legal/terms"', '"https://bank.example\\\\@evil.example/"'],
    ['"/legal/terms"', '"/cards"'],
    ['0800 555 0142', '0800  555 0142'],
    ['0800 555 0142', '+'],
    ['"oklch(42.5% 0.074 218)"', '"red"'],
    ['"oklch(42.5% 0.074 218)"', '"#07586"'],
    ['"oklch(42.5% 0.074 218)"', '"oklch(101% 0.074 218)"'],
    ['"oklch(42.5% 0.074 218)"', '"oklch(42.5% 0.5 218)"'],
    ['["en", "es", "fr", "de", "pt-BR", "ar"]', '[]'],
    ['["en", "es"', '["en", "en"'],
    ['"linesOpacity": 0.62', '"linesOpacity": 1.5'],
    ['["oklch(43% 0.074 214)", ', '['],
  ])('%s cannot become %s', (from, to) => {
    expect(spoilt(from, to)).toEqual([expect.stringMatching(/^BRAND_FILE line \d+: .+\.$/)]);
  });

  it('has a colour that could not be read moved until it can be, and says from what to what', () => {
    const changed = text
      .replace('"oklch(42.5% 0.074 218)"', '"#ffcc00"')
      .replace('"ink": "oklch(98% 0.01 210)"', '"ink": "#5f7f86"');
    const { brand: usable, warnings } = parseBrand(changed);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^BRAND_FILE line 4: accent is drawn as #[0-9a-f]{6} in the light theme: #ffcc00 could not be read there\.$/,
      ),
      expect.stringMatching(/^BRAND_FILE line 4: accent-text is drawn as .* in the light theme/),
      expect.stringMatching(
        /^BRAND_FILE line 13: ink of the everyday card is drawn as #[0-9a-f]{6}: #5f7f86 could not be read on its field\.$/,
      ),
    ]);
    const { ink, field } = usable.cards.everyday;
    for (const stop of field) expect(contrast(ink, stop)).toBeGreaterThanOrEqual(4.5);
  });

  it('is refused where no ink could be read on a card', () => {
    expect(spoilt('["oklch(43% 0.074 214)", "oklch(31% 0.06 226)"]', '["#ffffff", "#000000"]')).toEqual([
      'BRAND_FILE line 10: field of the everyday card goes from so dark to so light that no ink can be read on all of it.',
    ]);
  });

  it('may lead to the bank’s own pages, and name colours in either notation', () => {
    expect(spoilt('"/legal/terms"', '"https://bank.example/terms?country=gb#cards"')).toEqual([]);
    expect(spoilt('"oklch(42.5% 0.074 218)"', '"#075869"')).toEqual([]);
    expect(spoilt('"Partner Bank"', '"Crédit d’Aube & Fils"')).toEqual([]);
  });
});
