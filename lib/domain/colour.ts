/**
 * Colour by role: lightness is fixed per role, hue and chroma come from the brand, so one accent gives a light and a dark palette whose
 * contrast can be computed. OKLCH to sRGB after Björn Ottosson's published matrices; contrast after WCAG 2.2, 1.4.3.
 */

/** Lightness 0..1, chroma, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

type Triple = readonly [number, number, number];

/** Linear-light sRGB; a channel outside 0..1 means the colour is outside the gamut. */
function linearRgb([lightness, chroma, hue]: Oklch): Triple {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const inGamut = (colour: Oklch): boolean =>
  linearRgb(colour).every((channel) => channel >= -1e-4 && channel <= 1 + 1e-4);

/** The same lightness and hue with as much of the chroma as sRGB can show. */
export function clampChroma(colour: Oklch): Oklch {
  const [lightness, chroma, hue] = colour;
  if (inGamut(colour)) return colour;
  let low = 0;
  let high = chroma;
  for (let step = 0; step < 24; step += 1) {
    const middle = (low + high) / 2;
    if (inGamut([lightness, middle, hue])) low = middle;
    else high = middle;
  }
  return [lightness, low, hue];
}

/** The colour of three linear channels: the inverse of the above. */
function fromLinear([red, green, blue]: Triple): Oklch {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, b), hue < 0 ? hue + 360 : hue];
}

const fromByte = (pair: string): number => {
  const encoded = Number.parseInt(pair, 16) / 255;
  return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
};

/** `#075869` or `oklch(42.5% 0.074 218)`, inside sRGB; null for anything else, a number out of range included. */
export function parseColour(text: string): Oklch | null {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (hex !== null) {
    const [, red = '', green = '', blue = ''] = hex;
    return fromLinear([fromByte(red), fromByte(green), fromByte(blue)]);
  }
  const parts = /^oklch\((\d{1,3}(?:\.\d{1,4})?)% (\d(?:\.\d{1,4})?) (\d{1,3}(?:\.\d{1,4})?)\)$/.exec(text);
  if (parts === null) return null;
  const [lightness = 0, chroma = 0, hue = 0] = parts.slice(1).map(Number);
  return lightness <= 100 && chroma <= 0.4 && hue <= 360 ? clampChroma([lightness / 100, chroma, hue]) : null;
}

const clip = (channel: number): number => Math.min(1, Math.max(0, channel));

/** 8-bit sRGB, as a screen shows it. */
export function toHex(colour: Oklch): string {
  const channels = linearRgb(colour).map((channel) => {
    const linear = clip(channel);
    const encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

function luminance(colour: Oklch): number {
  const [red, green, blue] = linearRgb(colour);
  return 0.2126 * clip(red) + 0.7152 * clip(green) + 0.0722 * clip(blue);
}

/** WCAG contrast ratio, 1 to 21. */
export function contrast(first: Oklch, second: Oklch): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** As the style sheet writes it: what is measured is what is shown. */
export const asWritten = ([lightness, chroma, hue]: Oklch): Oklch => [
  round(lightness, 3),
  round(chroma, 3),
  round(hue, 0),
];

/** CSS notation. */
export function toCss(colour: Oklch): string {
  const [lightness, chroma, hue] = asWritten(colour);
  return `oklch(${String(round(lightness * 100, 1))}% ${String(chroma)} ${String(hue)})`;
}

/** A colour that another one must keep its distance from: the least ratio, WCAG 1.4.3 and 1.4.11. */
export interface Need {
  against: Oklch;
  floor: number;
}

/**
 * The colour itself where it meets every need, else the same hue with the smallest change of lightness that does; null where none does.
 * Chroma shrinks only where sRGB ends.
 */
export function legible(colour: Oklch, needs: readonly Need[]): Oklch | null {
  const [lightness, chroma, hue] = colour;
  const holds = (tried: Oklch) => needs.every(({ against, floor }) => contrast(tried, against) >= floor);
  if (holds(colour)) return colour;
  for (let step = 1; step <= 1000; step += 1) {
    for (const moved of [lightness - step / 1000, lightness + step / 1000]) {
      if (moved < 0 || moved > 1) continue;
      const tried = asWritten(clampChroma([moved, chroma, hue]));
      if (holds(tried)) return tried;
    }
  }
  return null;
}
