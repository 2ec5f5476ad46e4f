import type { EnrollmentState } from '@/lib/domain/enrollment';

/** Key of `timeline.next`: who acts next, or null when nobody has to. */
export function nextStepOf(
  state: EnrollmentState,
  added: boolean,
): 'you' | 'sending' | 'continue' | 'tokenRequestor' | 'ask' | 'confirm' | null {
  switch (state) {
    case 'draft':
    case 'consented':
    case 'expired':
      return 'you';
    case 'pushing':
      return 'sending';
    case 'pushed':
      return 'continue';
    case 'with_token_requestor':
      return 'tokenRequestor';
    case 'unknown':
      return 'ask';
    case 'reported':
      // Only what was reported added is waiting for Mastercard's word.
      return added ? 'confirm' : null;
    default:
      return null;
  }
}
