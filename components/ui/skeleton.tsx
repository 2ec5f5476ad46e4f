/** A block of the final size while what belongs there is on its way: still, and shown only after a moment. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden className={`skeleton block rounded-small bg-mute-wash ${className}`} />;
}
