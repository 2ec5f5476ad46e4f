/**
 * Colour by role: lightness is fixed per role, hue and chroma come from the brand, so one accent gives a light and a dark palette whose
 * contrast can be computed. OKLCH to sRGB after Björn Ottosson's published matrices; contrast after WCAG 2.2, 1.4.3.
 */

/** Lightness 0..1, chroma, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

export interface Accent {
  hue: number;
  chroma: number;
}

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

/** CSS notation, rounded as the committed tokens are. */
export function toCss([lightness, chroma, hue]: Oklch): string {
  return `oklch(${String(round(lightness * 100, 1))}% ${String(round(chroma, 3))} ${String(round(hue, 0))})`;
}
