'use client';

import { useActionState } from 'react';
import type { ActionState } from '@/lib/domain/read-models';
import type { PageFault } from '@/lib/domain/words-needed';
import { useHydrated } from './use-hydrated';

type FormAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

/**
 * `useActionState` for a form whose answer may get lost on the way: that becomes a sentence above the form instead of a page that failed.
 * Before the script runs the form posts to the server action itself.
 */
export function useFormAction(action: FormAction) {
  const hydrated = useHydrated();
  return useActionState(hydrated ? orUnreachable(action) : action, { status: 'idle' });
}

/** A call that could not be made, or whose answer broke off, is a `TypeError` (Fetch, 5.6); anything else is not ours to judge. */
const orUnreachable =
  (action: FormAction): FormAction =>
  async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      if (error instanceof TypeError) return { status: 'error', code: 'UNREACHABLE' satisfies PageFault };
      throw error;
    }
  };
