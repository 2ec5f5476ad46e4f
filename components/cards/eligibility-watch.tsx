'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import type { EligibilityWatchProps } from './eligibility-query';

// What asks is loaded when it is first needed: most people never leave the tab and come back.
const EligibilityQuery = lazy(() => import('./eligibility-query'));

/** Asks again which cards may go when the person comes back to the tab, and redraws the page when the answer differs. */
export function EligibilityWatch(props: EligibilityWatchProps) {
  const [returned, setReturned] = useState(false);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') setReturned(true);
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return returned ? (
    <Suspense>
      <EligibilityQuery {...props} />
    </Suspense>
  ) : null;
}
