import type { EnrollmentEvent } from '@/lib/domain/enrollment';
import type { TraceHop } from '@/lib/domain/trace.demo';
import type { eventsOf } from '@/lib/enrollment/enrollment.repo';
import { demoWords } from '@/lib/i18n/demo-words.demo';

export type EnrollmentEventRow = Awaited<ReturnType<typeof eventsOf>>[number];

/** What a cardholder does at the bank, by the event it leaves behind; the others happen within the bank or on the wire. */
const STEPS = {
  created: 'choose',
  changed: 'change',
  consent_given: 'agree',
  verified: 'code',
  pushed_again: 'again',
  cancelled: 'cancel',
  consent_withdrawn: 'withdraw',
} as const satisfies Partial<Record<EnrollmentEvent | 'created', string>>;

const isStep = (event: string): event is keyof typeof STEPS => Object.hasOwn(STEPS, event);

/** A form that the browser sent to the bank; null for everything else that an enrollment remembers. */
export function stepHop(row: EnrollmentEventRow): TraceHop | null {
  // A cancellation with outcomes came back from the token requestor and is drawn there.
  if (!isStep(row.event) || (row.event === 'cancelled' && row.detail !== null)) return null;
  const t = demoWords('trace');
  const step = STEPS[row.event];
  const change = row.fromState === null ? row.toState : `${row.fromState} → ${row.toState}`;
  return {
    id: `event-${row.seq}`,
    at: row.at.toISOString(),
    from: 'browser',
    to: 'bank',
    label: t(`steps.${step}.label`),
    gist: t(`steps.${step}.gist`),
    status: row.toState,
    tone: 'plain',
    tookMs: null,
    phase: 'done',
    sections: [
      {
        id: 'about',
        title: t('sections.about'),
        blocks: [{ kind: 'text', caption: t('captions.whatHappened'), text: `${row.event}\n${change}` }],
      },
    ],
    curl: null,
  };
}
