import type { LucideIcon } from 'lucide-react';

/** A line icon beside a word: hidden from assistive technology. `flip` for arrows and chevrons, which mirror in right-to-left. */
export function Icon({
  icon: Drawing,
  size = 18,
  flip = false,
  className = '',
}: {
  icon: LucideIcon;
  size?: number;
  flip?: boolean;
  className?: string;
}) {
  return (
    <Drawing
      aria-hidden
      size={size}
      strokeWidth={1.75}
      className={`block flex-none ${flip ? 'flip' : ''} ${className}`}
    />
  );
}
