import { describe, expect, it } from 'vitest';
import { brand } from './brand';
import { contrast, toHex } from './colour';
import { COLOUR_ROLES, contrastFaults, paletteOf } from './palette';

const { light, dark } = paletteOf(brand.accent);

describe('the palette of a brand', () => {
  it.each([
    ['paper', '#edf5f6', '#071317'],
    ['sheet', '#fdfefe', '#102025'],
    ['sunken', '#e0ebee', '#030c10'],
    ['accent', '#075869', '#74d4e0'],
    ['accent-text', '#085060', '#86dce7'],
  ] as const)('draws %s as the design gives it, light and dark', (role, lightHex, darkHex) => {
    expect([toHex(light[role]), toHex(dark[role])]).toEqual([lightHex, darkHex]);
  });

  it.each([
    ['ink', 'paper', 14.96, 16.55],
    ['ink', 'sheet', 16.39, 14.7],
    ['ink-2', 'paper', 7.4, 9.96],
    ['ink-3', 'paper', 5.03, 6.71],
    ['ink-3', 'sunken', 4.58, 7.02],
    ['on-accent', 'accent', 7.85, 10.8],
    ['on-accent', 'accent-strong', 11, 13.05],
    ['accent-text', 'accent-wash', 7.42, 9.01],
    ['ok', 'ok-wash', 5.83, 8.35],
    ['warn', 'warn-wash', 5.69, 8.34],
    ['bad', 'bad-wash', 5.91, 6.75],
    ['mute', 'mute-wash', 5.4, 6.79],
    ['rule-strong', 'paper', 3.53, 4.09],
    ['focus', 'paper', 8.12, 12.06],
  ] as const)('has %s on %s at the measured contrast', (front, back, inLight, inDark) => {
    expect(contrast(light[front], light[back])).toBeCloseTo(inLight, 1);
    expect(contrast(dark[front], dark[back])).toBeCloseTo(inDark, 1);
  });

  it('is legible in both schemes for the brand of this installation', () => {
    const palettes = paletteOf(brand.accent);
    expect([...contrastFaults(palettes.light), ...contrastFaults(palettes.dark)]).toEqual([]);
  });

  it('is legible for any accent hue at this chroma, so that another bank needs no other code', () => {
    for (let hue = 0; hue < 360; hue += 15) {
      const palettes = paletteOf({ hue, chroma: 0.085 });
      expect({ hue, faults: [...contrastFaults(palettes.light), ...contrastFaults(palettes.dark)] }).toEqual({
        hue,
        faults: [],
      });
    }
  });

  it('names the pair and the ratio of a palette that cannot be read', () => {
    const faults = contrastFaults({ ...light, 'on-accent': light.accent });
    expect(faults).toContain('on-accent on accent: 1.00, needs 4.5');
  });

  it('keeps every colour inside sRGB, whatever the chroma asked for', () => {
    const { light: loud } = paletteOf({ hue: 150, chroma: 0.4 });
    for (const role of COLOUR_ROLES) expect(toHex(loud[role])).toMatch(/^#[0-9a-f]{6}$/);
    expect(loud.accent[1]).toBeLessThan(0.4);
  });

  it('leaves the status colours alone when the brand changes', () => {
    const other = paletteOf({ hue: 24, chroma: 0.17 }).light;
    expect([other.ok, other.warn, other.bad]).toEqual([light.ok, light.warn, light.bad]);
  });
});

describe('the card faces of the brand', () => {
  it.each(Object.entries(brand.products))('%s: ink is legible on both ends of its field', (_, art) => {
    for (const stop of art.field) expect(contrast(art.ink, stop)).toBeGreaterThanOrEqual(4.5);
  });
});
