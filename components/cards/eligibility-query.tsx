'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { QueryProvider } from '@/components/query/query-provider';

export type Recheck = () => Promise<{ clickToPay: string[]; checkedAt: string } | { failed: true }>;

export interface EligibilityWatchProps {
  /** Cards that could be added when the page was drawn. */
  eligible: string[];
  checkedAt: string;
  recheck: Recheck;
  /** Said to a screen reader when the list changes under the person's hands. */
  announcement: string;
}

const fingerprint = (cardIds: readonly string[]): string => [...cardIds].sort().join(' ');

function Watch({ eligible, checkedAt, recheck, announcement }: EligibilityWatchProps) {
  const router = useRouter();
  const { data } = useQuery({
    queryKey: ['eligibility'],
    queryFn: async () => {
      const answer = await recheck();
      // No answer is no news: the page keeps what it shows.
      if ('failed' in answer) throw new Error('eligibility could not be checked');
      return answer;
    },
    initialData: { clickToPay: eligible, checkedAt },
    refetchOnMount: 'always',
    refetchOnWindowFocus: true,
  });
  const drawn = fingerprint(eligible);
  const now = fingerprint(data.clickToPay);
  // One redraw per answer: a page that still differs after it is not asked again and again.
  const redrawnFor = useRef<string | null>(null);
  const changed = now !== drawn;
  useEffect(() => {
    if (!changed || redrawnFor.current === now) return;
    redrawnFor.current = now;
    router.refresh();
  }, [changed, now, router]);
  return (
    <p role="status" className="sr-only">
      {changed ? announcement : ''}
    </p>
  );
}

/** Asks as it appears, and again each time the tab regains the focus; redraws the page when the answer differs. */
export default function EligibilityQuery(props: EligibilityWatchProps) {
  return (
    <QueryProvider>
      <Watch {...props} />
    </QueryProvider>
  );
}
