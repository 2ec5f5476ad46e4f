/** A block with the final geometry; appears after 150 ms and does not move. `className` gives its size. */
export function Skeleton({ className = '' }: { className?: string }) {
  return <span aria-hidden className={`skeleton block rounded-check ${className}`} />;
}

/** Rows of a ledger before they are known. Never used between review and results: a person without JavaScript would see nothing else. */
export function SkeletonRows({ rows = 4, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-label={label}>
      <ul className="ledger">
        {Array.from({ length: rows }, (_, index) => (
          <li key={index} className="flex items-center gap-[22px] py-3">
            <Skeleton className="aspect-[340/214] w-[92px] rounded-small md:w-[120px]" />
            <span className="flex-1">
              <Skeleton className="h-4 w-44" />
              <Skeleton className="mt-2.5 h-3.5 w-28" />
            </span>
            <Skeleton className="hidden h-10 w-44 rounded-small md:block" />
          </li>
        ))}
      </ul>
    </div>
  );
}
