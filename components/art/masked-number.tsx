/** Four dots and the last four figures, always left to right. */
export function MaskedNumber({ last4, className = '' }: { last4: string; className?: string }) {
  return (
    <bdi dir="ltr" className={`num whitespace-nowrap ${className}`}>
      <span aria-hidden className="dots">
        ••••
      </span>
      {last4}
    </bdi>
  );
}
