import type { Route } from 'next';
import Link from 'next/link';
import type { ComponentProps } from 'react';

export type AppLinkProps = Omit<ComponentProps<typeof Link>, 'href' | 'prefetch'> & { href: string };

/**
 * A link inside the portal. View models hand out paths as text, so the typed route is asserted here and nowhere else. Nothing is fetched ahead:
 * these pages are personal, never cached, and each one costs the bank a read.
 */
export function AppLink({ href, children, ...rest }: AppLinkProps) {
  return (
    <Link href={href as Route} prefetch={false} {...rest}>
      {children}
    </Link>
  );
}
