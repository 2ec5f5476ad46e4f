import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { brand } from '@/lib/brand/brand';
import { COLOUR_ROLES } from '@/lib/domain/palette';
import { drawBrand } from './drawings';
import { rosetteCurve, smooth } from './patterns';
import { sealGeometry } from './seal-geometry';

const look = brand();
const drawn = drawBrand(look);
const drawings = Object.entries(drawn.files).filter(([name]) => name.endsWith('.svg'));

describe('the artwork of a brand', () => {
  it.each(drawings)('%s is below 15 kB on the wire and asks for nothing else', (_, content) => {
    expect(gzipSync(content).length).toBeLessThan(15_000);
    expect(content.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|<script|href=|NaN|undefined/,
    );
  });

  it('lies at an address of its content: the same for the same brand, another for any change', () => {
    expect(drawBrand(look)).toEqual(drawn);
    const versions = [
      drawn,
      drawBrand({ ...look, mark: 'M0 0h24v24H0z' }),
      drawBrand({ ...look, accent: [0.45, 0.1, 30] }),
      drawBrand({ ...look, cards: { ...look.cards, online: { ...look.cards.online, pattern: 'weave' } } }),
    ].map(({ version }) => version);
    expect(new Set(versions).size).toBe(4);
    for (const version of versions) expect(version).toMatch(/^[0-9a-f]{16}$/);
  });

  it('has a style sheet with every colour in both schemes, which names only drawings that there are', () => {
    const sheet = drawn.files['brand.css'] ?? '';
    for (const role of COLOUR_ROLES) expect(sheet.match(new RegExp(`--${role}:oklch`, 'g'))).toHaveLength(2);
    const named = [...sheet.matchAll(/url\("([^"]+)"\)/g)].map(([, path]) => path);
    expect(named).toHaveLength(10);
    expect(named).toEqual(
      expect.arrayContaining(
        drawings
          .map(([name]) => `/brand/${drawn.version}/${name}`)
          .filter((path) => !path.endsWith('icon.svg')),
      ),
    );
  });
});

describe('a smooth path', () => {
  it('ends where its last point is: rounding does not add up', () => {
    const points = Array.from({ length: 400 }, (_, i) => [i * 0.333, Math.sin(i)] as const);
    const steps = [...smooth(points).matchAll(/c[^c]+/g)].map(([step]) =>
      (step.slice(1).match(/-?(\d+\.\d+|\.\d+|\d+)/g) ?? []).map(Number),
    );
    const end = steps.reduce((x, step) => x + (step[4] ?? Number.NaN), 0);
    expect(steps).toHaveLength(399);
    expect(end).toBeCloseTo(399 * 0.333, 0);
  });

  it('stays within the radius of its rosette', () => {
    const curve = rosetteCurve({ petals: 9, layers: 5, depth: 0.2, base: 0.6, radius: 50 }, [0, 0], 0);
    expect(curve).toMatch(/^M40 0c/);
    expect(curve.endsWith('z')).toBe(true);
  });
});

describe('the seal', () => {
  it('is the same for the same reference, and another for another', () => {
    expect(sealGeometry('7K2M-94QD')).toEqual(sealGeometry('7K2M-94QD'));
    const shapes = new Set(
      Array.from({ length: 50 }, (_, i) => JSON.stringify(sealGeometry(`REF-${String(i)}`))),
    );
    expect(shapes.size).toBe(50);
  });

  it('weighs less than 8 kB of markup', () => {
    const { outer, inner } = sealGeometry('7K2M-94QD');
    expect(outer.curve.length + inner.curve.length).toBeLessThan(8_000);
  });
});
