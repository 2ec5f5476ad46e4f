'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/**
 * The page's one h1. It takes the focus when a step begins, so that a screen reader hears where the person is, unless something more urgent
 * (an error summary) has it already, or somebody types: on a slow telephone a field is there before its script. The page does not scroll for it.
 */
export function FocusHeading({
  children,
  className = 'text-h1',
}: {
  children: ReactNode;
  className?: string;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!document.activeElement?.matches('[role=alert], input, textarea'))
      heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
