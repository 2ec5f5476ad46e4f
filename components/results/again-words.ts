import type { EnrollmentView } from '@/lib/domain/read-models';

/** Key of `results` and `activity`: what the button says that sends a slip again. */
export function againWords({
  state,
  againByCode,
}: Pick<EnrollmentView, 'state' | 'againByCode'>): 'askAgain' | 'newCode' | 'sendAgain' {
  if (state !== 'expired') return 'askAgain';
  return againByCode ? 'newCode' : 'sendAgain';
}
