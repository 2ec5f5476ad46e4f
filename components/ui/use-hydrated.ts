'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False in the server's markup and during hydration, true once scripts run: for what only a script can keep true. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
