'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False on the server and until the script runs: what only the script can do is offered from then on. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
