import { goTo } from '@/app/go-to';
import { AppError } from '@/lib/errors/app-error';
import type { EnrollmentState } from '@/lib/domain/enrollment';
import { pageFor } from '@/lib/enrollment/next-step';

/** Changed in another window: the same step as it is now, and a word about it (PU-05). */
export const orShowAnew = (path: string) => (error: unknown) => {
  if (error instanceof AppError && error.code === 'STALE') goTo(`${path}?problem=STALE`);
  throw error;
};

/** What a step-up tells the action that asked for it: whether its own proof was the one that sealed the slip. */
export function sealWatch(): { sealed: boolean; onSealed: () => void } {
  const watch = { sealed: false, onSealed: () => void (watch.sealed = true) };
  return watch;
}

/** Where a push leads. Still consented: nothing left the house and the proof is spent; the page offers another try and says why. */
export function afterPush(id: string, state: EnrollmentState, stepUp = false): string {
  const page = pageFor({ id, state });
  return state === 'consented' && !stepUp ? `${page}?problem=NOT_SENT` : page;
}
