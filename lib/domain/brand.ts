/** What a bank looks like: everything its artwork and its colours are drawn from. Read from a brand file by `lib/brand`. */
import type { Oklch } from './colour';
import type { ProductKey } from './read-models';

export const LINE_PATTERNS = ['tide', 'rosette', 'weave', 'contour'] as const;
export type LinePattern = (typeof LINE_PATTERNS)[number];

/** Card products; a brand draws each of them. */
export const PRODUCTS: readonly ProductKey[] = ['everyday', 'reserve', 'together', 'online'];

export interface ProductArt {
  name: string;
  pattern: LinePattern;
  /** Start and end of the field's gradient. */
  field: readonly [Oklch, Oklch];
  lines: Oklch;
  linesOpacity: number;
  /** Text and marks on the field: at least 4.5:1 on both stops. */
  ink: Oklch;
  /** Colour of the contact plate, null for a card without one. */
  chip: Oklch | null;
}

export interface BrandLook {
  /** Path of the mark in a 24 x 24 box. */
  mark: string;
  accent: Oklch;
  /** Field and lines of the artwork beside the sign-in form. */
  artwork: { field: Oklch; lines: Oklch };
  cards: Record<ProductKey, ProductArt>;
}
