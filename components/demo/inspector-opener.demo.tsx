'use client';

import { usePathname } from 'next/navigation';
import { lazy, Suspense, useEffect, useState, type MouseEvent, type ReactNode } from 'react';
import { useHydrated } from '@/components/ui/use-hydrated';

// Fetched when somebody opens it: the pages of the journey stay as light as in production.
const Dock = lazy(() => import('./inspector/inspector-dock.demo'));

interface InspectorOpenerProps {
  startsOpen: boolean;
  label: string;
  stripLabel: string;
  tag: string;
  children?: ReactNode;
}

/** The strip, and the panel that it opens beside the journey; without JavaScript the link opens the inspector's own window. */
export function InspectorOpener({ startsOpen, label, stripLabel, tag, children }: InspectorOpenerProps) {
  const [open, setOpen] = useState(startsOpen);
  const own = usePathname().startsWith('/demo');
  const shown = useHydrated() && open && !own;
  useEffect(() => {
    document.documentElement.dataset['inspector'] = shown ? 'open' : 'closed';
    return () => {
      delete document.documentElement.dataset['inspector'];
    };
  }, [shown]);
  const toggle = (next: boolean) => {
    document.cookie = `inspector=${next ? 'open' : 'closed'}; path=/; samesite=lax`;
    setOpen(next);
  };
  const click = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    toggle(!open);
  };
  if (own) return null;
  return (
    <>
      <aside aria-label={stripLabel} className="demo-tools" lang="en" dir="ltr">
        <span aria-hidden>{tag}</span>
        <a href="/demo/inspector" target="inspector" onClick={click}>
          {label}
        </a>
        {children}
      </aside>
      {shown ? (
        <Suspense fallback={null}>
          <Dock focus={!startsOpen} onClose={() => toggle(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
