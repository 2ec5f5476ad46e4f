'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { QueryProvider } from '@/components/query/query-provider';
import { ENROLLMENT_STATES, type EnrollmentState } from '@/lib/domain/enrollment';
import { pollInterval } from './poll-interval';

export interface OutcomeWatchProps {
  enrollmentId: string;
  state: EnrollmentState;
  updatedAt: string;
  /** Read out once the page has changed under the person. */
  changedWords: string;
}

/** Asks how the enrollment stands, often at first and rarely later, and when the tab regains the focus. */
export default function OutcomeQuery(props: OutcomeWatchProps) {
  return (
    <QueryProvider>
      <Watch {...props} />
    </QueryProvider>
  );
}

function Watch({ enrollmentId, state, updatedAt, changedWords }: OutcomeWatchProps) {
  const router = useRouter();
  const [first] = useState(() => ({ updatedAt, atMs: Date.now() }));
  const { data } = useQuery({
    queryKey: ['enrollment', enrollmentId],
    queryFn: ({ signal }) => readStanding(enrollmentId, signal),
    initialData: { state, updatedAt },
    staleTime: 1_000,
    refetchInterval: (query) => pollInterval(query.state.data?.state ?? state, Date.now() - first.atMs),
    refetchOnWindowFocus: (query) => pollInterval(query.state.data?.state ?? state, 0) !== false,
  });
  useEffect(() => {
    if (data.state !== 'gone' && data.updatedAt !== updatedAt) router.refresh();
  }, [data, updatedAt, router]);
  return (
    <p role="status" className="sr-only">
      {updatedAt === first.updatedAt ? '' : changedWords}
    </p>
  );
}

interface Standing {
  state: EnrollmentState | 'gone';
  updatedAt: string;
}

async function readStanding(enrollmentId: string, signal: AbortSignal): Promise<Standing> {
  const response = await fetch(`/api/enrollments/${encodeURIComponent(enrollmentId)}`, {
    signal,
    headers: { accept: 'application/json' },
    cache: 'no-store',
  });
  // Signed out meanwhile, or not this person's: stop asking, the page itself says what to do when it is next used.
  if (response.status === 401 || response.status === 403 || response.status === 404)
    return { state: 'gone', updatedAt: '' };
  if (!response.ok) throw new Error(`standing: ${response.status}`);
  const body: unknown = await response.json();
  if (!isStanding(body)) throw new Error('standing: not an enrollment');
  return body;
}

function isStanding(body: unknown): body is Standing {
  if (typeof body !== 'object' || body === null || !('state' in body) || !('updatedAt' in body)) return false;
  return typeof body.updatedAt === 'string' && ENROLLMENT_STATES.some((state) => state === body.state);
}
