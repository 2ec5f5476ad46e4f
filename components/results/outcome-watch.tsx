'use client';

import { lazy, Suspense, useState } from 'react';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { OutcomeWatchProps } from './outcome-query';
import { pollInterval } from './poll-interval';

// What asks is loaded where something is still open: most results are final when they are shown.
const OutcomeQuery = lazy(() => import('./outcome-query'));

/**
 * Watches an enrollment whose outcome is still open and has the server draw the page again when something changed.
 * Renders nothing to see: the words stay the server's.
 */
export function OutcomeWatch(props: OutcomeWatchProps) {
  const hydrated = useHydrated();
  const open = pollInterval(props.state, 0) !== false;
  // Once begun it stays, so that the change which ends it is still read out.
  const [begun, setBegun] = useState(open);
  if (open && !begun) setBegun(true);
  return hydrated && begun ? (
    <Suspense>
      <OutcomeQuery {...props} />
    </Suspense>
  ) : null;
}
