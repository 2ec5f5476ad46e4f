import { deflateSync } from 'node:zlib';
import { pngFile } from './png-file';

type Point = readonly [number, number];
type Colour = `#${string}`;

/** Shapes on a square of 40 by 40, painted in order. */
export type Shape =
  | { readonly kind: 'disc'; readonly centre: Point; readonly radius: number; readonly colour: Colour }
  | { readonly kind: 'tile'; readonly corner: number; readonly colour: Colour }
  /** `grow` is how far a rounded outline reaches beyond the corners. */
  | {
      readonly kind: 'polygon';
      readonly points: readonly Point[];
      readonly grow: number;
      readonly colour: Colour;
    };

const SIDE = 40;

function segmentDistance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

function polygonDistance(at: Point, points: readonly Point[]): number {
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  points.forEach((a, index) => {
    const b = points[(index + 1) % points.length] ?? a;
    nearest = Math.min(nearest, segmentDistance(at, a, b));
    const crosses = a[1] > at[1] !== b[1] > at[1];
    if (crosses && at[0] < ((b[0] - a[0]) * (at[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  });
  return inside ? -nearest : nearest;
}

/** Signed distance to the shape's edge: negative inside. */
function distance(shape: Shape, at: Point): number {
  if (shape.kind === 'disc')
    return Math.hypot(at[0] - shape.centre[0], at[1] - shape.centre[1]) - shape.radius;
  if (shape.kind === 'polygon') return polygonDistance(at, shape.points) - shape.grow;
  const half = SIDE / 2 - shape.corner;
  const dx = Math.abs(at[0] - SIDE / 2) - half;
  const dy = Math.abs(at[1] - SIDE / 2) - half;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - shape.corner;
}

function channels(colour: Colour): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** The shapes as an SVG document. */
export function drawSvg(shapes: readonly Shape[]): string {
  const parts = shapes.map((shape) => {
    if (shape.kind === 'disc')
      return `<circle cx="${shape.centre[0]}" cy="${shape.centre[1]}" r="${shape.radius}" fill="${shape.colour}"/>`;
    if (shape.kind === 'tile')
      return `<rect width="${SIDE}" height="${SIDE}" rx="${shape.corner}" fill="${shape.colour}"/>`;
    const points = shape.points.map((point) => point.join(',')).join(' ');
    const outline =
      shape.grow > 0
        ? ` stroke="${shape.colour}" stroke-width="${shape.grow * 2}" stroke-linejoin="round"`
        : '';
    return `<polygon points="${points}" fill="${shape.colour}"${outline}/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="${SIDE}" height="${SIDE}">${parts.join('')}</svg>`;
}

/** The shapes as a PNG with an alpha channel, `size` pixels wide and high, edges smoothed over one pixel. */
export function drawPng(shapes: readonly Shape[], size: number): Buffer {
  const scale = size / SIDE;
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const pixel = [0, 0, 0, 0];
      for (const shape of shapes) {
        const cover = Math.min(
          1,
          Math.max(0, 0.5 - distance(shape, [(x + 0.5) / scale, (y + 0.5) / scale]) * scale),
        );
        if (cover === 0) continue;
        const alpha = cover + (pixel[3] ?? 0) * (1 - cover);
        channels(shape.colour).forEach((value, index) => {
          pixel[index] = (value * cover + (pixel[index] ?? 0) * (pixel[3] ?? 0) * (1 - cover)) / alpha;
        });
        pixel[3] = alpha;
      }
      const at = y * (size * 4 + 1) + 1 + x * 4;
      pixel.forEach((value, index) =>
        rows.writeUInt8(Math.round(index === 3 ? value * 255 : value), at + index),
      );
    }
  }
  return pngFile(size, size, deflateSync(rows));
}
