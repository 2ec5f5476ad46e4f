/** The colour tokens of a brand, by role, for light and dark, each corrected until it can be read. */
import { asWritten, clampChroma, contrast, legible, type Need, type Oklch } from './colour';

export const COLOUR_ROLES = [
  'paper',
  'sheet',
  'sunken',
  'ink',
  'ink-2',
  'ink-3',
  'rule',
  'rule-strong',
  'accent',
  'accent-strong',
  'on-accent',
  'accent-wash',
  'accent-line',
  'accent-text',
  'focus',
  'ok',
  'ok-wash',
  'warn',
  'warn-wash',
  'bad',
  'bad-wash',
  'mute',
  'mute-wash',
] as const;
export type ColourRole = (typeof COLOUR_ROLES)[number];
export type Palette = Record<ColourRole, Oklch>;

/** The hue for which the small turns of the tones beside it were chosen: a teal that leans to green where it is light. */
const MEASURED_HUE = 218;

/** How much of those turns another hue takes: the further away, the less. A red turned the same way would be pink, a green yellow. */
function turnOf(hue: number): number {
  const away = Math.abs(((hue - MEASURED_HUE + 540) % 360) - 180);
  return Math.max(0, 1 - away / 60);
}

/** The accent on a dark page: light, but no lighter than its chroma can be shown, else a red is pink there. */
function brightOf(chroma: number, hue: number): number {
  for (let lightness = 0.815; lightness > 0.7; lightness -= 0.005)
    if (clampChroma([lightness, chroma, hue - 12 * turnOf(hue)])[1] === chroma) return lightness;
  return 0.7;
}

/** A wash stays one, however loud the accent. */
const MOST_WASH = { light: 0.04, dark: 0.06 };

/** The accent as the brand has it; every other lightness is fixed by its role. Status colours never follow the brand. */
function lightPalette([lightness, chroma, hue]: Oklch): Palette {
  const turn = turnOf(hue);
  return {
    paper: [0.964, 0.008, hue - 2 * turn],
    sheet: [0.996, 0.001, hue],
    sunken: [0.932, 0.012, hue - 2 * turn],
    ink: [0.235, 0.03, hue + 4 * turn],
    'ink-2': [0.425, 0.028, hue + 2 * turn],
    'ink-3': [0.515, 0.024, hue],
    rule: [0.882, 0.016, hue - 6 * turn],
    'rule-strong': [0.6, 0.026, hue],
    accent: [lightness, chroma, hue],
    'accent-strong': [Math.max(0.1, lightness - 0.08), chroma * 0.82, hue],
    'on-accent': [0.99, 0.004, hue],
    'accent-wash': [0.932, Math.min(chroma * 0.35, MOST_WASH.light), hue - 8 * turn],
    'accent-line': [0.78, chroma * 0.7, hue - 4 * turn],
    'accent-text': [Math.max(0.1, lightness - 0.025), chroma * 0.93, hue],
    focus: [Math.max(0.1, lightness - 0.025), chroma * 0.93, hue],
    ok: [0.46, 0.115, 152],
    'ok-wash': [0.945, 0.042, 155],
    warn: [0.485, 0.1, 68],
    'warn-wash': [0.952, 0.048, 85],
    bad: [0.49, 0.17, 24],
    'bad-wash': [0.952, 0.02, 22],
    mute: [0.47, 0.022, hue],
    'mute-wash': [0.922, 0.013, hue - 8 * turn],
  };
}

function darkPalette([, chroma, hue]: Oklch): Palette {
  const turn = turnOf(hue);
  const bright = brightOf(chroma * 1.24, hue);
  return {
    paper: [0.178, 0.02, hue + 4 * turn],
    sheet: [0.232, 0.024, hue + 3 * turn],
    sunken: [0.148, 0.018, hue + 4 * turn],
    ink: [0.955, 0.008, hue - 8 * turn],
    'ink-2': [0.795, 0.018, hue - 4 * turn],
    'ink-3': [0.685, 0.02, hue - 4 * turn],
    rule: [0.318, 0.026, hue],
    'rule-strong': [0.56, 0.028, hue],
    accent: [bright, chroma * 1.24, hue - 12 * turn],
    'accent-strong': [bright + 0.06, chroma, hue - 12 * turn],
    'on-accent': [0.185, 0.03, hue + 4 * turn],
    'accent-wash': [0.288, Math.min(chroma * 0.51, MOST_WASH.dark), hue],
    'accent-line': [0.42, chroma * 0.68, hue - 4 * turn],
    'accent-text': [bright + 0.03, chroma * 1.15, hue - 12 * turn],
    focus: [bright + 0.03, chroma * 1.15, hue - 12 * turn],
    ok: [0.815, 0.13, 155],
    'ok-wash': [0.285, 0.045, 158],
    warn: [0.84, 0.11, 82],
    'warn-wash': [0.3, 0.045, 75],
    bad: [0.775, 0.125, 24],
    'bad-wash': [0.29, 0.062, 22],
    mute: [0.755, 0.018, hue - 4 * turn],
    'mute-wash': [0.275, 0.02, hue],
  };
}

const TEXT: readonly (readonly [ColourRole, ColourRole])[] = [
  ['ink', 'paper'],
  ['ink', 'sheet'],
  ['ink-2', 'paper'],
  ['ink-2', 'sheet'],
  ['ink-2', 'sunken'],
  ['ink-3', 'paper'],
  ['ink-3', 'sheet'],
  ['ink-3', 'sunken'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent-text', 'paper'],
  ['accent-text', 'sheet'],
  ['accent-text', 'accent-wash'],
  ['ok', 'paper'],
  ['ok', 'sheet'],
  ['ok', 'ok-wash'],
  ['warn', 'paper'],
  ['warn', 'sheet'],
  ['warn', 'warn-wash'],
  ['bad', 'paper'],
  ['bad', 'sheet'],
  ['bad', 'bad-wash'],
  ['mute', 'mute-wash'],
  ['ink', 'ok-wash'],
  ['ink', 'warn-wash'],
  ['ink', 'bad-wash'],
  ['ink', 'mute-wash'],
];

const EDGES: readonly (readonly [ColourRole, ColourRole])[] = [
  ['rule-strong', 'paper'],
  ['rule-strong', 'sheet'],
  ['focus', 'paper'],
  ['focus', 'sheet'],
  ['accent', 'paper'],
  ['accent', 'sheet'],
];

/** What is drawn on a filled button stays; the button moves. */
const PAIRS = [
  ...TEXT.map(([front, back]) => ({ front, back, floor: 4.5 })),
  ...EDGES.map(([front, back]) => ({ front, back, floor: 3 })),
].map((pair) => (pair.front === 'on-accent' ? { ...pair, front: pair.back, back: pair.front } : pair));

export interface Correction {
  role: ColourRole;
  scheme: 'light' | 'dark';
  from: Oklch;
  to: Oklch;
}

function needsOf(role: ColourRole, palette: Palette): Need[] {
  return PAIRS.filter(({ front }) => front === role).map(({ back, floor }) => ({
    against: palette[back],
    floor,
  }));
}

/** Every colour inside sRGB and as it will be written, then each moved as far as its contrast asks. */
function corrected(palette: Palette): Palette {
  const result = { ...palette };
  for (const role of COLOUR_ROLES) result[role] = asWritten(clampChroma(palette[role]));
  for (const role of COLOUR_ROLES)
    result[role] = legible(result[role], needsOf(role, result)) ?? result[role];
  return result;
}

/** Both palettes of an accent, and what was changed so that they can be read. */
export function paletteOf(accent: Oklch): { light: Palette; dark: Palette; corrections: Correction[] } {
  const [, chroma, hue] = accent;
  // The tones beside the accent follow the accent that is drawn, not the one that was asked for.
  const drawn = corrected(lightPalette(accent)).accent;
  const asked = { light: lightPalette([drawn[0], chroma, hue]), dark: darkPalette(accent) };
  asked.light.accent = accent;
  const light = corrected(asked.light);
  const dark = corrected(asked.dark);
  const corrections = (
    [
      ['light', light],
      ['dark', dark],
    ] as const
  ).flatMap(([scheme, palette]) =>
    COLOUR_ROLES.map((role) => ({
      role,
      scheme,
      from: asWritten(clampChroma(asked[scheme][role])),
      to: palette[role],
    })).filter(({ from, to }) => from.join() !== to.join()),
  );
  return { light, dark, corrections };
}

/** Pairs below 4.5:1 (text, WCAG 1.4.3) or 3:1 (borders and focus, 1.4.11); empty for a usable palette. */
export function contrastFaults(palette: Palette): string[] {
  return PAIRS.map(({ front, back, floor }) => ({
    front,
    back,
    floor,
    ratio: contrast(palette[front], palette[back]),
  }))
    .filter(({ ratio, floor }) => ratio < floor)
    .map(
      ({ front, back, ratio, floor }) => `${front} on ${back}: ${ratio.toFixed(2)}, needs ${String(floor)}`,
    );
}

export const DEEP_ROLES = ['deep', 'deep-raised', 'deep-ink', 'deep-ink-2'] as const;

/** The field beside the sign-in form, a panel on it, and text that can be read on both: light on a dark field, dark on a light one. */
export function deepTones(field: Oklch): Record<(typeof DEEP_ROLES)[number], Oklch> {
  const [lightness, chroma, hue] = field;
  const raised = asWritten(clampChroma([lightness + (lightness < 0.5 ? 0.035 : -0.035), chroma, hue]));
  const needs = [asWritten(field), raised].map((against) => ({ against, floor: 4.5 }));
  const text = (colour: Oklch) => legible(colour, needs) ?? colour;
  return {
    deep: asWritten(field),
    'deep-raised': raised,
    'deep-ink': text([0.97, 0.01, hue]),
    'deep-ink-2': text([0.88, 0.03, hue]),
  };
}
