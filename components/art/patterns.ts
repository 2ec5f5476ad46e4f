/**
 * The line-work as formulas: security printing drawn from numbers, in the manner of guilloche plates. Everything here is pure; the drawings
 * are served by `server/drawn-files.ts`.
 */
import type { LinePattern } from '@/lib/domain/brand';

export type Point = readonly [x: number, y: number];

const one = (value: number): number => Math.round(value * 10) / 10;

/** Numbers of a path as short as they can be: one decimal, no leading zero, a minus sign separates by itself. */
function join(values: readonly number[]): string {
  return values
    .map((value, index) => {
      const text = String(one(value)).replace(/^(-?)0\./, '$1.');
      return index > 0 && !text.startsWith('-') ? ` ${text}` : text;
    })
    .join('');
}

/** A smooth path through the points: Catmull-Rom as cubic Béziers, relative, one decimal. */
export function smooth(points: readonly Point[], closed = false): string {
  const at = (index: number): Point => {
    const wrapped = closed
      ? (index + points.length) % points.length
      : Math.min(points.length - 1, Math.max(0, index));
    return points[wrapped] ?? [0, 0];
  };
  const last = closed ? points.length : points.length - 1;
  // The pen stands where rounding put it, so that errors do not add up along the line.
  let pen: Point = [one(at(0)[0]), one(at(0)[1])];
  let path = `M${join(pen)}`;
  for (let index = 0; index < last; index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const [penX, penY] = pen;
    const first = [from[0] + (to[0] - before[0]) / 6 - penX, from[1] + (to[1] - before[1]) / 6 - penY];
    const second = [to[0] - (after[0] - from[0]) / 6 - penX, to[1] - (after[1] - from[1]) / 6 - penY];
    const step: Point = [one(to[0] - penX), one(to[1] - penY)];
    path += `c${join([...first, ...second, ...step])}`;
    pen = [one(penX + step[0]), one(penY + step[1])];
  }
  return closed ? `${path}z` : path;
}

const TAU = 2 * Math.PI;

interface Box {
  width: number;
  height: number;
  samples: number;
}

const acrossX = ({ width, samples }: Box): number[] =>
  Array.from({ length: samples + 1 }, (_, i) => -10 + ((width + 20) * i) / samples);

/** Lines that swell and twist like a tide; `lines` of them, the whole box wide. */
export function tide(box: Box, lines = 24): string {
  return Array.from({ length: lines }, (_, index) => {
    const t = index / (lines - 1);
    const points = acrossX(box).map((px): Point => {
      const x = (px + 10) / (box.width + 20);
      const envelope = 0.35 + 0.65 * Math.sin(Math.PI * (0.9 * x + 0.05)) ** 2;
      const y =
        0.56 +
        0.34 * envelope * Math.sin(TAU * 1.15 * x + 2.5 * t) +
        0.085 * Math.sin(TAU * 2.6 * x + 5.2 * t) +
        0.16 * (t - 0.5);
      return [px, y * box.height];
    });
    return smooth(points);
  }).join('');
}

export interface RosetteShape {
  petals: number;
  layers: number;
  /** Depth of the petals, as a share of the radius. */
  depth: number;
  base: number;
  radius: number;
}

/** One closed curve of a rosette: r = R(b + a cos(n·θ + phase)). */
export function rosetteCurve(
  shape: RosetteShape,
  centre: Point,
  phase: number,
  samplesPerPetal = 10,
): string {
  const samples = shape.petals * samplesPerPetal;
  const points = Array.from({ length: samples }, (_, index): Point => {
    const angle = (TAU * index) / samples;
    const radius = shape.radius * (shape.base + shape.depth * Math.cos(shape.petals * angle + phase));
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
  });
  return smooth(points, true);
}

/** All layers of a rosette, turned evenly against each other. */
function rosette(shape: RosetteShape, centre: Point, samplesPerPetal = 10): string {
  return Array.from({ length: shape.layers }, (_, layer) =>
    rosetteCurve(shape, centre, (TAU * layer) / shape.layers, samplesPerPetal),
  ).join('');
}

function reserveRosette(): string {
  const centre: Point = [258, 96];
  const outer = rosette({ petals: 14, layers: 7, depth: 0.2, base: 0.66, radius: 205 }, centre, 8);
  const inner = rosette({ petals: 9, layers: 5, depth: 0.3, base: 0.62, radius: 84 }, centre, 8);
  return outer + inner;
}

/** Wavy rows and columns, like cloth held up to the light. */
function weave({ width, height }: Box): string {
  const threads = 17;
  const rows = Array.from({ length: threads }, (_, index) => {
    const t = index / (threads - 1);
    const points = Array.from({ length: 25 }, (__, step): Point => {
      const x = step / 24;
      const wave = 0.1 * Math.sin(TAU * 1.7 * x + 4.4 * t) + 0.06 * Math.sin(TAU * 3.1 * x - 3 * t);
      return [-10 + x * (width + 20), height * (-0.35 + 1.7 * t + wave + 0.12 * x)];
    });
    return smooth(points);
  });
  const columns = Array.from({ length: threads }, (_, index) => {
    const t = index / (threads - 1);
    const points = Array.from({ length: 17 }, (__, step): Point => {
      const y = step / 16;
      const wave = 0.06 * Math.sin(TAU * 1.3 * y + 5 * t) + 0.045 * Math.sin(TAU * 2.3 * y - 2 * t);
      return [width * (-0.1 + 1.2 * t + wave - 0.05 * y), -10 + y * (height + 20)];
    });
    return smooth(points);
  });
  return [...rows, ...columns].join('');
}

/** Contour lines of a hill behind the bottom corner. */
function contour({ width, height }: Box): string {
  return Array.from({ length: 22 }, (_, index) => {
    const radius = 18 + 15 * index;
    const samples = 26;
    const points = Array.from({ length: samples + 1 }, (__, step): Point => {
      const angle = Math.PI * (0.98 + (0.54 * step) / samples);
      const wobble =
        1 + 0.07 * Math.sin(9 * angle + 0.42 * index) + 0.035 * Math.sin(17 * angle - 0.27 * index);
      return [
        width - 17 + radius * wobble * Math.cos(angle),
        height + 20 + radius * wobble * Math.sin(angle),
      ];
    });
    return smooth(points);
  }).join('');
}

/** The stub's band: nine sines a ninth of a turn apart, swelling every 163 px. */
export function band({ width, height }: Box): string {
  return Array.from({ length: 9 }, (_, index) => {
    const points = Array.from({ length: 131 }, (__, step): Point => {
      const x = (width * step) / 130;
      const swell = 21 + 12 * Math.sin((TAU * x) / 163);
      return [x, height / 2 + swell * Math.sin((TAU * x) / 44 + (TAU * index) / 9)];
    });
    return smooth(points);
  }).join('');
}

/** The line-work of one card face, in its 340 x 214 box. */
export function facePattern(pattern: LinePattern): string {
  const box = { width: 340, height: 214, samples: 33 };
  if (pattern === 'tide') return tide({ ...box, samples: 44 });
  if (pattern === 'rosette') return reserveRosette();
  return pattern === 'weave' ? weave(box) : contour(box);
}

/** The network mark: a six-petal rosette in one line weight, in a 40 x 40 box. */
export const networkMark = rosette(
  { petals: 6, layers: 3, depth: 0.315, base: 0.69, radius: 16.8 },
  [20, 20],
  8,
);
