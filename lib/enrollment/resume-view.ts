import type { Actor } from '@/lib/auth/actor';
import type { CardsPageView } from '@/lib/domain/read-models';
import type { Enrollment } from './enrollment.repo';
import { resumeHref } from './next-step';
import { settleOverdue } from './settle-overdue';

/** Before other features look at this customer's enrollments: what is overdue is settled. */
export async function overdueSettled(actor: Actor): Promise<void> {
  await settleOverdue(actor.customer.id);
}

/** The newest enrollment that waits for the person. */
export function resumeOf(enrollments: Enrollment[]): CardsPageView['resume'] {
  for (const enrollment of enrollments) {
    const href = resumeHref(enrollment);
    if (href !== null)
      return {
        enrollmentId: enrollment.id,
        name: enrollment.tokenRequestorName,
        state: enrollment.state,
        href,
      };
  }
  return null;
}
