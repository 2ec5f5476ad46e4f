'use client';

import { lazy, Suspense, useEffect, useState } from 'react';

export type Recheck = () => Promise<{ clickToPay: string[]; checkedAt: string } | { failed: true }>;

export interface EligibilityWatchProps {
  /** Cards that could be added when the page was drawn. */
  eligible: string[];
  checkedAt: string;
  recheck: Recheck;
  /** Said to a screen reader when the list changes under the person's hands. */
  announcement: string;
}

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
