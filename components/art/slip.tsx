import type { ReactNode } from 'react';

export interface SlipProps {
  /** Names the slip for assistive technology; without it the slip is a plain group of content. */
  label?: string;
  /** Torn along the perforation: stub and body stand apart, the stub a little askew. */
  torn?: boolean;
  className?: string;
  children: ReactNode;
}

/** Everything a person agrees to is this one object: a stub, a perforation, a body. */
export function Slip({ label, torn = false, className = '', children }: SlipProps) {
  const classes = `slip ${torn ? 'slip-torn' : ''} ${className}`;
  return label === undefined ? (
    <div className={classes}>{children}</div>
  ) : (
    <section aria-label={label} className={classes}>
      {children}
    </section>
  );
}

/** The upper part: who it goes to. `wide` gives the line-work half of it. */
export function SlipStub({
  wide = false,
  tilted = false,
  className = '',
  children,
}: {
  wide?: boolean;
  tilted?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={`slip-stub ${tilted ? 'slip-tilt' : ''} ${className}`}>
      <span aria-hidden className={`slip-band ${wide ? 'slip-band-wide' : ''}`} />
      <div>{children}</div>
    </div>
  );
}

export function SlipBody({ className = '', children }: { className?: string; children: ReactNode }) {
  return <div className={`slip-body ${className}`}>{children}</div>;
}

/** One line of microprint instead of a divider: decoration, hidden from assistive technology. */
export function Microprint({ text }: { text: string }) {
  return (
    <p aria-hidden className="micro">
      <span>{Array.from({ length: 8 }, () => text).join(' · ')}</span>
    </p>
  );
}
