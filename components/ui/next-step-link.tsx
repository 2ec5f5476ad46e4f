'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useState } from 'react';

interface NextStepLinkProps {
  href: string;
  className: string;
  'aria-label'?: string;
  children: string;
}

/**
 * The way to a step that nearly everybody takes: its page is fetched when a pointer or the focus comes to it, not before, since each
 * one costs the bank a read. What was fetched is used for half a minute (next.config.js).
 */
export function NextStepLink({ href, ...rest }: NextStepLinkProps) {
  const [near, setNear] = useState(false);
  const come = () => setNear(true);
  return <Link href={href as Route} prefetch={near} onPointerEnter={come} onFocus={come} {...rest} />;
}
