import type { Route } from 'next';
import { redirect } from 'next/navigation';

/** Redirects to a path that was computed: typed routes know the written ones only. */
export function goTo(path: string): never {
  redirect(path as Route);
}
