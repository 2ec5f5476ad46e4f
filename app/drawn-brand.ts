import { drawBrand, type DrawnBrand } from '@/components/art/drawings';
import { brand } from '@/lib/brand/brand';

let drawn: DrawnBrand | undefined;

/** The brand of this portal, drawn once in this process. */
export function drawnBrand(): DrawnBrand {
  return (drawn ??= drawBrand(brand()));
}

/** Where a file of it lies: an address of its content, so that a browser asks once. */
export const brandHref = (file: string): string => `/brand/${drawnBrand().version}/${file}`;
