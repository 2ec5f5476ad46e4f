import { useEffect, useState } from 'react';
import type { TraceFeed } from '@/lib/domain/trace.demo';

export type FeedState = 'live' | 'signed-out' | 'away';

const FASTEST_MS = 700;
const SLOWEST_MS = 5_000;

/** Longer and longer while nothing happens: a journey is quick, a coffee break is not. */
const nextPause = (pauseMs: number, changed: boolean): number =>
  changed ? FASTEST_MS : Math.min(SLOWEST_MS, Math.round(pauseMs * 1.25));

/** Keeps asking for the journey while the window can be seen. Asking does not extend the session (AU-04). */
export function useFeed(
  initial: TraceFeed | null,
  journeyId: string | null,
): { feed: TraceFeed | null; state: FeedState } {
  const [feed, setFeed] = useState(initial);
  const [state, setState] = useState<FeedState>('live');
  useEffect(() => {
    const stop = new AbortController();
    let seen = '';
    let pauseMs = FASTEST_MS;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      if (document.visibilityState === 'visible') {
        const answer = await askOnce(journeyId, seen, stop.signal);
        if (stop.signal.aborted) return;
        setState(answer.state);
        if (answer.feed !== undefined) {
          seen = answer.feed?.version ?? '';
          setFeed(answer.feed);
        }
        pauseMs = nextPause(pauseMs, answer.feed !== undefined && answer.feed !== null);
      }
      timer = setTimeout(() => void ask(), pauseMs);
    };
    const lookAgain = () => {
      pauseMs = FASTEST_MS;
      clearTimeout(timer);
      void ask();
    };
    void ask();
    document.addEventListener('visibilitychange', lookAgain);
    return () => {
      stop.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', lookAgain);
    };
  }, [journeyId]);
  return { feed, state };
}

/** `feed` is undefined when nothing has changed, null when nobody is signed in. */
async function askOnce(
  journeyId: string | null,
  seen: string,
  signal: AbortSignal,
): Promise<{ state: FeedState; feed?: TraceFeed | null }> {
  const query = new URLSearchParams({ seen, ...(journeyId === null ? {} : { journey: journeyId }) });
  try {
    const answer = await fetch(`/api/demo/inspector?${query.toString()}`, { signal, cache: 'no-store' });
    if (answer.status === 204) return { state: 'live' };
    if (!answer.ok) return { state: 'away' };
    // Our own demo route, made from the same type.
    const feed = (await answer.json()) as TraceFeed | null;
    return { state: feed === null ? 'signed-out' : 'live', feed };
  } catch {
    return { state: 'away' };
  }
}
