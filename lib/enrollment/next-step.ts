import type { EnrollmentState } from '@/lib/domain/enrollment';
import type { EnrollmentAction } from '@/lib/domain/read-models';
import type { EnrollmentRow } from './enrollment.repo';

/** What can be done next in each state; the first one is what "resume" means. */
const ACTIONS: Record<EnrollmentState, EnrollmentAction[]> = {
  draft: ['review', 'choose', 'cancel'],
  consented: ['confirm', 'review', 'cancel'],
  pushing: [],
  pushed: ['continue', 'cancel'],
  with_token_requestor: ['continue', 'cancel'],
  reported: ['start_again', 'withdraw'],
  confirmed: ['withdraw'],
  rejected: ['start_again'],
  unknown: ['push_again', 'cancel'],
  expired: ['push_again', 'cancel'],
  cancelled: ['start_again'],
  withdrawn: ['start_again'],
};

export function actionsOf(enrollment: Pick<EnrollmentRow, 'state'>): EnrollmentAction[] {
  return ACTIONS[enrollment.state];
}

/** Where an unfinished enrollment goes on, or null when nothing is left to do. */
export function resumeHref(enrollment: Pick<EnrollmentRow, 'id' | 'state'>): string | null {
  switch (enrollment.state) {
    case 'draft':
      return `/enroll/${enrollment.id}/review`;
    case 'consented':
    case 'expired':
      return `/enroll/${enrollment.id}/confirm`;
    case 'pushed':
    case 'with_token_requestor':
      return `/enroll/${enrollment.id}/leave`;
    case 'pushing':
    case 'unknown':
      return `/tokenization-results/${enrollment.id}`;
    default:
      return null;
  }
}

/** Where the person is led after a push, or when a wizard page is opened in a state that is not its own. */
export function pageFor(enrollment: Pick<EnrollmentRow, 'id' | 'state'>): string {
  return resumeHref(enrollment) ?? `/tokenization-results/${enrollment.id}`;
}
