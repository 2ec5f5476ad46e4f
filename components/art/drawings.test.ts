import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { brand } from '@/lib/domain/brand';
import { drawings, tokenSheet } from './drawings';
import { rosetteCurve, smooth } from './patterns';
import { sealGeometry } from './seal-geometry';

const files = Object.entries(drawings(brand));

describe('the committed artwork', () => {
  it.each(files)(
    'public/%s is what the brand file draws (else: node scripts/draw-art.mjs)',
    (path, content) => {
      expect(readFileSync(join('public', path), 'utf8')).toBe(content);
    },
  );

  it('tokens.css is what the brand file draws (else: node scripts/draw-art.mjs)', () => {
    expect(readFileSync('components/ui/tokens.css', 'utf8')).toBe(tokenSheet(brand));
  });

  it.each(files)('%s is below 15 kB on the wire and asks for nothing else', (_, content) => {
    expect(gzipSync(content).length).toBeLessThan(15_000);
    expect(content.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|<script|href=|NaN|undefined/,
    );
  });

  it('draws again when the brand changes', () => {
    const other = drawings({ ...brand, mark: 'M0 0h24v24H0z' });
    expect(other['icon.svg']).not.toBe(drawings(brand)['icon.svg']);
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
