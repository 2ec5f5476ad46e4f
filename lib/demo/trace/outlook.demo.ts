import type { EnrollmentState } from '@/lib/domain/enrollment';
import type { Party, TraceHop } from '@/lib/domain/trace.demo';
import type { Enrollment } from '@/lib/enrollment/enrollment.repo';
import { demoWords } from '@/lib/i18n/demo-words.demo';

type Next = { from: Party; to: Party; label: 'agree' | 'code' | 'push' | 'leave' | 'return' };

const NEXT: Partial<Record<EnrollmentState, readonly Next[]>> = {
  draft: [{ from: 'browser', to: 'bank', label: 'agree' }],
  consented: [
    { from: 'browser', to: 'bank', label: 'code' },
    { from: 'bank', to: 'mdes', label: 'push' },
  ],
  expired: [{ from: 'browser', to: 'bank', label: 'code' }],
  pushed: [{ from: 'browser', to: 'bank', label: 'leave' }],
  with_token_requestor: [{ from: 'browser', to: 'bank', label: 'return' }],
};

/** What is going on right now and what comes next, where the journey is not over. */
export function outlook(
  { state, tokenRequestorName: name }: Pick<Enrollment, 'state' | 'tokenRequestorName'>,
  last: TraceHop | undefined,
): TraceHop[] {
  const t = demoWords('trace');
  const words = demoWords('outlook');
  const empty = {
    at: null,
    status: null,
    tone: 'plain',
    tookMs: null,
    sections: [],
    curl: null,
    gist: '',
  } as const;
  const waiting: TraceHop[] =
    state === 'with_token_requestor' && last?.phase !== 'live'
      ? [
          {
            ...empty,
            id: 'live',
            from: 'requestor',
            to: 'browser',
            label: t('waitingLabel'),
            gist: t('waiting', { name }),
            phase: 'live',
          },
        ]
      : [];
  const next = (NEXT[state] ?? []).map(({ from, to, label }): TraceHop => ({
    ...empty,
    id: `next-${label}`,
    from,
    to,
    label: words(label),
    phase: 'next',
  }));
  return [...waiting, ...next];
}
