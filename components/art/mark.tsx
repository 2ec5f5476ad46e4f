import { brand } from '@/lib/domain/brand';

/** The bank's mark, in the accent colour. Decorative: the name stands beside it. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg className="mark flex-none" width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <path fill="currentColor" d={brand.mark} />
    </svg>
  );
}
