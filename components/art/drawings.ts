/** Everything that is drawn from a brand's look: artwork, icon and the style sheet with its colours. `server/drawn-files.ts` serves it. */
import { createHash } from 'node:crypto';
import { PRODUCTS, type BrandLook, type ProductArt } from '@/lib/domain/brand';
import { toCss, toHex, type Oklch } from '@/lib/domain/colour';
import { COLOUR_ROLES, DEEP_ROLES, deepTones, paletteOf } from '@/lib/domain/palette';
import { band, facePattern, networkMark, tide } from './patterns';

/** An image file knows no custom properties and some viewers no oklch: 8-bit sRGB. */
const hex = (colour: Oklch): string => toHex(colour);

const CHIP_LINES = 'M0 12h13v10H0M44 12H31v10h13M13 12V8q0-4 4-4h10q4 0 4 4v18q0 4-4 4H17q-4 0-4-4V12';

function field(art: ProductArt): string {
  return (
    `<linearGradient id="f" x1="0" y1="0" x2=".7" y2="1"><stop stop-color="${hex(art.field[0])}"/><stop offset="1" stop-color="${hex(art.field[1])}"/></linearGradient>` +
    `<rect width="340" height="214" fill="url(#f)"/>` +
    `<path d="${facePattern(art.pattern)}" fill="none" stroke="${hex(art.lines)}" stroke-width=".75" opacity="${String(art.linesOpacity)}"/>`
  );
}

const network = (art: ProductArt, x: number, y: number, size: number): string =>
  `<path d="${networkMark}" transform="translate(${String(x)} ${String(y)}) scale(${String(size / 40)})" fill="none" stroke="${hex(art.ink)}" stroke-width="1.5"/>`;

const edge = (radius: number): string =>
  `<rect x=".5" y=".5" width="339" height="213" rx="${String(radius)}" fill="none" stroke="#10222a" stroke-opacity=".16"/>`;

const svg = (viewBox: string, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${content}</svg>\n`;

function fullFace(brand: BrandLook, art: ProductArt): string {
  const chip = art.chip
    ? `<g transform="translate(24 78)"><rect width="44" height="34" rx="7" fill="${hex(art.chip)}"/><path d="${CHIP_LINES}" fill="none" stroke="#33291a" stroke-opacity=".45" stroke-width="1.1"/></g>`
    : '';
  const mark = `<path d="${brand.mark}" transform="translate(22 20)" fill="${hex(art.ink)}"/>`;
  return svg('0 0 340 214', field(art) + mark + chip + network(art, 276, 154, 42) + edge(13.5));
}

function smallFace(brand: BrandLook, art: ProductArt): string {
  const mark = `<path d="${brand.mark}" transform="translate(22 22) scale(2.1)" fill="${hex(art.ink)}"/>`;
  return svg('0 0 340 214', field(art) + mark + network(art, 252, 138, 62) + edge(17.5));
}

/** Used as a mask: only its shape matters. */
const bandDrawing = (): string =>
  svg(
    '0 0 360 92',
    `<path d="${band({ width: 360, height: 92, samples: 0 })}" fill="none" stroke="#000" stroke-width=".8"/>`,
  );

function backdrop(brand: BrandLook): string {
  const lines = tide({ width: 900, height: 760, samples: 52 }, 30);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 760" preserveAspectRatio="xMidYMid slice"><path d="${lines}" fill="none" stroke="${hex(brand.artwork.lines)}" stroke-width="1" opacity=".45"/></svg>\n`;
}

const icon = (brand: BrandLook): string => {
  const accent = hex(paletteOf(brand.accent).light.accent);
  return svg(
    '0 0 32 32',
    `<rect width="32" height="32" rx="8" fill="${accent}"/><path d="${brand.mark}" transform="translate(5.4 4.4) scale(.96)" fill="#fff"/>`,
  );
};

function drawings(look: BrandLook): Record<string, string> {
  const files: Record<string, string> = {
    'band.svg': bandDrawing(),
    'backdrop.svg': backdrop(look),
    'icon.svg': icon(look),
  };
  for (const product of PRODUCTS) {
    files[`face-${product}.svg`] = fullFace(look, look.cards[product]);
    files[`face-${product}-small.svg`] = smallFace(look, look.cards[product]);
  }
  return files;
}

const declarations = <R extends string>(roles: readonly R[], colours: Record<R, Oklch>): string =>
  roles.map((role) => `--${role}:${toCss(colours[role])};`).join('');

/** Colours by role, light and dark, and where the drawings lie. Outside every layer: it names no element but the card faces. */
function styleSheet(look: BrandLook, folder: string): string {
  const { light, dark } = paletteOf(look.accent);
  const url = (file: string) => `url("${folder}/${file}")`;
  const faces = PRODUCTS.map((product) => {
    const { ink, field: stops } = look.cards[product];
    return (
      `.face-${product}{color:${toCss(ink)};background-color:${toCss(stops[0])};background-image:${url(`face-${product}.svg`)}}\n` +
      `.face-${product}.face-small{background-image:${url(`face-${product}-small.svg`)}}\n`
    );
  });
  return (
    `:root{${declarations(COLOUR_ROLES, light)}${declarations(DEEP_ROLES, deepTones(look.artwork.field))}--band:${url('band.svg')};--backdrop:${url('backdrop.svg')}}\n` +
    `@media (prefers-color-scheme:dark){:root{${declarations(COLOUR_ROLES, dark)}}}\n${faces.join('')}`
  );
}

export interface DrawnBrand {
  /** Of the content: another brand, or another way to draw it, has other addresses. */
  version: string;
  files: Record<string, string>;
}

/** Draws a brand: every file by its name, to be served from `/brand/<version>/`. */
export function drawBrand(look: BrandLook): DrawnBrand {
  const files = drawings(look);
  const content = JSON.stringify([files, styleSheet(look, '')]);
  const version = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return { version, files: { ...files, 'brand.css': styleSheet(look, `/brand/${version}`) } };
}
