import { setTimeout as pause } from 'node:timers/promises';
import { Suspense, type ReactNode } from 'react';

/** What is there by then is simply the page; only what takes longer is worth a placeholder (skeletons appear after 150 ms). */
const MOMENT_MS = 150;

interface WhenReadyProps<Value> {
  loading: Promise<Value>;
  /** Of the final size; made only when it is needed. */
  placeholder: () => Promise<ReactNode>;
  children: (value: Value) => ReactNode;
}

/**
 * A page whose facts come from somebody else, who may be slow: the page waits a moment, then goes out with a placeholder, and the rest
 * follows in the same answer. Not for the steps from review to results: what follows is shown by a script (docs/adr/0013).
 */
export async function WhenReady<Value>({ loading, placeholder, children }: WhenReadyProps<Value>) {
  const waiting = new AbortController();
  const moment = pause(MOMENT_MS, null, { signal: waiting.signal }).catch(() => null);
  const ready = await Promise.race([loading.then((value) => ({ value })), moment]);
  waiting.abort();
  if (ready !== null) return children(ready.value);
  return (
    <Suspense fallback={await placeholder()}>
      <Late loading={loading}>{children}</Late>
    </Suspense>
  );
}

async function Late<Value>({
  loading,
  children,
}: Pick<WhenReadyProps<Value>, 'loading' | 'children'>): Promise<ReactNode> {
  return children(await loading);
}
