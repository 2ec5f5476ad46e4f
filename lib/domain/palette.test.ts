import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampChroma, contrast, toHex } from './colour';
import { COLOUR_ROLES, contrastFaults, deepTones, paletteOf } from './palette';

/** Hue 218, chroma .074: what the design was measured with. */
const PARTNER_BANK = [0.425, 0.074, 218] as const;
const anyColour = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 0.4, noNaN: true }),
  fc.double({ min: 0, max: 360, noNaN: true }),
);
const { light, dark } = paletteOf(PARTNER_BANK);

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

  it('corrects nothing of the default bank', () => {
    expect(paletteOf(PARTNER_BANK).corrections).toEqual([]);
    expect([...contrastFaults(light), ...contrastFaults(dark)]).toEqual([]);
  });

  it('is legible for any accent at all, so that another bank needs no other code', () => {
    fc.assert(
      fc.property(anyColour, (accent) => {
        const palettes = paletteOf(accent);
        expect([...contrastFaults(palettes.light), ...contrastFaults(palettes.dark)]).toEqual([]);
      }),
    );
  });

  const RED = [0.505, 0.18, 28] as const;
  const GREEN = [0.45, 0.1, 150] as const;

  it.each([
    ['red', RED],
    ['green', GREEN],
  ] as const)('keeps the hue of a %s accent in every tone that comes from it', (_, accent) => {
    const palettes = paletteOf(accent);
    for (const palette of [palettes.light, palettes.dark])
      for (const role of COLOUR_ROLES.filter((one) => !/^(ok|warn|bad)/.test(one)))
        expect(Math.abs(palette[role][2] - accent[2]), role).toBeLessThanOrEqual(1);
  });

  it('shows a red as red on a dark page: as light as its chroma allows, not pink', () => {
    const [lightness, chroma] = paletteOf(RED).dark.accent;
    expect(lightness).toBeLessThan(0.75);
    expect(chroma).toBeGreaterThan(0.15);
  });

  it('corrects by the least change of lightness, and says what it changed', () => {
    const yellow = [0.85, 0.17, 95] as const;
    const { light: drawn, corrections } = paletteOf(yellow);
    expect(corrections).toContainEqual({ role: 'accent', scheme: 'light', from: yellow, to: drawn.accent });
    expect(contrast(drawn.accent, drawn['on-accent'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast([drawn.accent[0] + 0.002, drawn.accent[1], 95], drawn['on-accent'])).toBeLessThan(4.5);
  });

  it('names the pair and the ratio of a palette that cannot be read', () => {
    const faults = contrastFaults({ ...light, 'on-accent': light.accent });
    expect(faults).toContain('accent on on-accent: 1.00, needs 4.5');
  });

  it('keeps every colour inside sRGB, whatever the chroma asked for', () => {
    const { light: loud } = paletteOf([0.425, 0.4, 150]);
    for (const role of COLOUR_ROLES) expect(toHex(loud[role])).toMatch(/^#[0-9a-f]{6}$/);
    expect(loud.accent[1]).toBeLessThan(0.4);
  });

  it('leaves the status colours alone, whatever the brand', () => {
    const status = COLOUR_ROLES.filter((role) => /^(ok|warn|bad)/.test(role));
    fc.assert(
      fc.property(anyColour, (accent) => {
        const other = paletteOf(accent);
        for (const role of status)
          expect([other.light[role], other.dark[role]]).toEqual([light[role], dark[role]]);
      }),
    );
  });

  it('has text for the field beside the sign-in form and for the panel on it, whatever its colour', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const tones = deepTones(clampChroma(colour));
        for (const ink of ['deep-ink', 'deep-ink-2'] as const)
          for (const field of ['deep', 'deep-raised'] as const)
            expect(contrast(tones[ink], tones[field])).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
