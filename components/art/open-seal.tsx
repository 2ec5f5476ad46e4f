import { useBank } from '@/components/i18n/use-bank';

/** The seal before anything is agreed: a dashed ring and a faint mark. Decoration. */
export function OpenSeal({ size, className = '' }: { size: number; className?: string }) {
  const bank = useBank();
  return (
    <svg
      className={`seal seal-open ${className}`}
      width={size}
      height={size}
      viewBox="0 0 120 120"
      aria-hidden
    >
      <circle
        cx="60"
        cy="60"
        r="56"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeDasharray="2.5 5"
      />
      <path d={bank.mark} transform="translate(42 42) scale(1.5)" fill="currentColor" opacity=".5" />
    </svg>
  );
}
