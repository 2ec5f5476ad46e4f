import { drawBrand, type DrawnBrand } from '@/components/art/drawings';
import { brand } from '@/lib/brand/brand';

let drawn: DrawnBrand | undefined;

/** Where a file of the brand lies (server/drawn-files.ts): an address of its content, so that a browser asks once. */
export function brandHref(file: string): string {
  drawn ??= drawBrand(brand());
  return `/brand/${drawn.version}/${file}`;
}
