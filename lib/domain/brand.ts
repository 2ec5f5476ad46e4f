/**
 * The brand: everything that makes the portal look and speak as one bank. Another bank is another object of this shape, no other code;
 * `scripts/draw-art.mjs` draws the artwork and the colour tokens from it, and a test fails a brand whose contrast is too low.
 */
import type { Accent, Oklch } from './colour';
import type { ProductKey } from './read-models';

export type LinePattern = 'tide' | 'rosette' | 'weave' | 'contour';

export interface ProductArt {
  name: string;
  pattern: LinePattern;
  /** Start and end of the field's gradient. */
  field: readonly [Oklch, Oklch];
  line: Oklch;
  lineOpacity: number;
  /** Text and marks on the field: at least 4.5:1 on both stops. */
  ink: Oklch;
  /** Colour of the contact plate, null for a card without one. */
  chip: Oklch | null;
}

export interface Brand {
  name: string;
  /** Path of the mark in a 24 x 24 box. */
  mark: string;
  accent: Accent;
  /** Field of the artwork beside the sign-in form, and of its lines. */
  deep: { field: Oklch; line: Oklch };
  links: { privacy: string; terms: string };
  supportPhone: string;
  products: Record<ProductKey, ProductArt>;
}

/** The brand of this installation. */
export const brand: Brand = {
  name: 'Partner Bank',
  mark: 'M4 2.5h5.6v19H4zM12 2.5h2.6a6.4 6.4 0 0 1 0 12.8H12z',
  accent: { hue: 218, chroma: 0.074 },
  deep: { field: [0.29, 0.052, 222], line: [0.62, 0.075, 208] },
  links: { privacy: '/legal/privacy', terms: '/legal/terms' },
  supportPhone: '0800 555 0142',
  products: {
    everyday: {
      name: 'Everyday debit',
      pattern: 'tide',
      field: [
        [0.43, 0.074, 214],
        [0.31, 0.06, 226],
      ],
      line: [0.72, 0.075, 208],
      lineOpacity: 0.62,
      ink: [0.98, 0.01, 210],
      chip: [0.86, 0.045, 92],
    },
    reserve: {
      name: 'Reserve credit',
      pattern: 'rosette',
      field: [
        [0.25, 0.016, 240],
        [0.17, 0.012, 240],
      ],
      line: [0.8, 0.045, 88],
      lineOpacity: 0.5,
      ink: [0.96, 0.015, 90],
      chip: [0.82, 0.06, 88],
    },
    together: {
      name: 'Together debit',
      pattern: 'weave',
      field: [
        [0.8, 0.112, 58],
        [0.72, 0.138, 44],
      ],
      line: [0.6, 0.15, 38],
      lineOpacity: 0.55,
      ink: [0.25, 0.055, 38],
      chip: [0.93, 0.045, 88],
    },
    online: {
      name: 'Online virtual',
      pattern: 'contour',
      field: [
        [0.95, 0.022, 200],
        [0.89, 0.04, 208],
      ],
      line: [0.66, 0.075, 212],
      lineOpacity: 0.75,
      ink: [0.29, 0.05, 222],
      chip: null,
    },
  },
};
