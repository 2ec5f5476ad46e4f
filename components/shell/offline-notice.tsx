'use client';

import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';

function subscribe(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/**
 * While the browser has no network nothing is sent, so that what was typed stays where it is; `children` say so, again at each try, and go
 * away when it is back. Forms are held before React sees them: every one of them, and none has to know.
 */
export function OfflineNotice({ children }: { children: ReactNode }) {
  const offline = useSyncExternalStore(
    subscribe,
    () => !navigator.onLine,
    () => false,
  );
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!offline) return;
    const hold = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
      setTries((before) => before + 1);
    };
    addEventListener('submit', hold, { capture: true });
    return () => removeEventListener('submit', hold, { capture: true });
  }, [offline]);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-3 z-40 px-(--gutter)">
      {offline ? (
        <div key={tries} className="appear mx-auto max-w-[34rem]">
          {children}
        </div>
      ) : null}
    </div>
  );
}
