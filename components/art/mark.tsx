import { useBank } from '@/components/i18n/use-bank';

/** The bank's mark, in the accent colour. Decorative: the name stands beside it. */
export function Mark({ size = 24 }: { size?: number }) {
  const bank = useBank();
  return (
    <svg className="mark flex-none" width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <path fill="currentColor" d={bank.mark} />
    </svg>
  );
}
