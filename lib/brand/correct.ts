import type { JsonFault } from '@/lib/config/json-file';
import { PRODUCTS } from '@/lib/domain/brand';
import { legible, toHex } from '@/lib/domain/colour';
import { paletteOf } from '@/lib/domain/palette';
import type { Brand } from './brand-schema';

/** WCAG 1.4.3. */
const TEXT_FLOOR = 4.5;

interface Correction {
  path: readonly PropertyKey[];
  words: string;
}

/** Of the gradient, close enough that no ink fits in between. */
const SAMPLES = [0, 0.2, 0.4, 0.6, 0.8, 1];

const inkOf = ({ ink, field: [start, end] }: Brand['cards'][keyof Brand['cards']]) => {
  const between = (share: number, part: 0 | 1 | 2) => start[part] + (end[part] - start[part]) * share;
  const needs = SAMPLES.map((share) => ({
    against: [between(share, 0), between(share, 1), between(share, 2)] as const,
    floor: TEXT_FLOOR,
  }));
  return legible(ink, needs);
};

/** What no change of lightness can mend. */
export function illegible(brand: Brand): JsonFault[] {
  return PRODUCTS.filter((product) => inkOf(brand.cards[product]) === null).map((product) => ({
    path: ['cards', product, 'field'],
    reason: `field of the ${product} card goes from so dark to so light that no ink can be read on all of it`,
  }));
}

/**
 * The brand with every ink legible on its card, and what was changed. The accent stays as the bank has it: its palette is corrected
 * where it is drawn (`paletteOf`), and told here.
 */
export function corrected(brand: Brand): { brand: Brand; corrections: Correction[] } {
  const cards = { ...brand.cards };
  const corrections: Correction[] = paletteOf(brand.accent).corrections.map(({ role, scheme, from, to }) => ({
    path: ['accent'],
    words: `${role} is drawn as ${toHex(to)} in the ${scheme} theme: ${toHex(from)} could not be read there`,
  }));
  for (const product of PRODUCTS) {
    const card = cards[product];
    const ink = inkOf(card) ?? card.ink;
    if (toHex(ink) === toHex(card.ink)) continue;
    cards[product] = { ...card, ink };
    corrections.push({
      path: ['cards', product, 'ink'],
      words: `ink of the ${product} card is drawn as ${toHex(ink)}: ${toHex(card.ink)} could not be read on its field`,
    });
  }
  return { brand: { ...brand, cards }, corrections };
}
