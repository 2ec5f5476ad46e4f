import { createHash } from 'node:crypto';
import { rosetteCurve, type RosetteShape } from './patterns';

export interface SealGeometry {
  /** One closed curve; the seal shows it `layers` times, each turned by `turn` degrees. */
  outer: { curve: string; turn: number };
  inner: { curve: string; turn: number };
  layers: number;
}

const CENTRE = [60, 60] as const;

/** The widest point of the curve touches `reach`, whatever the depth of its petals. */
function shape(petals: number, layers: number, depth: number, base: number, reach: number): RosetteShape {
  return { petals, layers, depth, base, radius: reach / (base + depth) };
}

/**
 * Petals, layers and depth from SHA-256 of the reference: the same consent has the same seal on every page. It is a picture of the reference
 * and proves nothing; the reference stands beside it as text.
 */
export function sealGeometry(reference: string): SealGeometry {
  const [h0 = 0, h1 = 0, h2 = 0, h3 = 0] = createHash('sha256').update(reference, 'utf8').digest();
  const layers = 5 + (h2 % 3);
  const depth = 0.16 + (0.1 * h3) / 255;
  const outer = shape(9 + (h0 % 7), layers, depth, 0.66, 46.6);
  // The inner rosette reaches a little into the outer one, however deep its petals are.
  const hollow = (outer.base - outer.depth) * outer.radius;
  const inner = shape(5 + (h1 % 6), layers, depth, 0.62, hollow + 3.4);
  // A turn of 360/(petals x layers) degrees is the same curve with the next phase.
  const part = (rosette: RosetteShape) => ({
    curve: rosetteCurve(rosette, CENTRE, 0, 8),
    turn: 360 / (rosette.petals * layers),
  });
  return { outer: part(outer), inner: part(inner), layers };
}

function curves({ curve, turn }: SealGeometry['outer'], layers: number, width: number): string {
  const turned = Array.from({ length: layers }, (_, layer) =>
    layer === 0
      ? `<path d="${curve}"/>`
      : `<path d="${curve}" transform="rotate(${(layer * turn).toFixed(2)} 60 60)"/>`,
  );
  return `<g stroke-width="${String(width)}">${turned.join('')}</g>`;
}

/** The line-work of a seal as a file of its own, `server/drawn-files.ts` serves it: it takes the colour of where it is shown. */
export function sealDrawing(reference: string): string {
  const { outer, inner, layers } = sealGeometry(reference);
  const lines = curves(outer, layers, 0.55) + curves(inner, layers, 0.5);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><g id="lines" fill="none" stroke="currentColor">${lines}</g></svg>\n`;
}

/** Where the line-work lies, for `<use>`: a reference is no secret, and the drawing follows from it alone. */
export const sealHref = (reference: string): string => `/seal/${reference}.svg#lines`;
