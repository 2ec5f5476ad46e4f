'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/** Takes the focus when it appears, and again each time `on` is another value: for a summary that must be heard. */
export function FocusBox({
  on,
  className,
  children,
}: {
  on?: unknown;
  className?: string;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [on]);
  return (
    <div ref={box} tabIndex={-1} role="alert" className={className}>
      {children}
    </div>
  );
}
