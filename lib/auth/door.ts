import type { z } from 'zod';
import type { ActionState, PasskeyState } from '@/lib/domain/read-models';
import { AppError, type AppErrorCode } from '@/lib/errors/app-error';
import { log } from '@/lib/log/log';
import { randomBytes } from 'node:crypto';
import { referenceFrom } from '@/lib/domain/reference';
import { actorOfAction, type Actor } from './actor';

/** A form as an object: a field that may repeat is named in `lists`; a file is no text and is dropped. */
export function formFields(form: FormData, lists: readonly string[] = []): Record<string, string | string[]> {
  // A hand-made call may bring anything in a form's place: it has no fields.
  if (!(form instanceof FormData)) return {};
  // A map: a field may be called `__proto__`.
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue;
    if (lists.includes(name)) fields.set(name, [...(fields.get(name) ?? []), value]);
    else if (!fields.has(name)) fields.set(name, value);
  }
  return Object.fromEntries(fields);
}

interface DoorOptions {
  lists?: readonly string[];
}

/**
 * The door of every server action of a signed-in person: session, then schema, then the use case. The proxy has checked the
 * origin. A failure becomes a state with a stable code, never a stack; what the use case redirects to is passed on.
 */
export function customerAction<S extends z.ZodType, T extends PasskeyState = ActionState>(
  schema: S,
  work: (actor: Actor, input: z.output<S>) => Promise<T | undefined>,
  options: DoorOptions = {},
): (previous: ActionState, form: FormData) => Promise<ActionState | T> {
  return async (_previous, form) => {
    try {
      const actor = await actorOfAction();
      const parsed = schema.safeParse(formFields(form, options.lists));
      if (!parsed.success) return { status: 'error', code: 'INVALID_INPUT' };
      return (await work(actor, parsed.data)) ?? { status: 'idle' };
    } catch (error) {
      return failure(error);
    }
  };
}

/** A failure as a form's state; Next's own signals (redirect, not found) go on. */
export function failure(error: unknown): ActionState {
  if (error instanceof AppError) {
    return {
      status: 'error',
      code: error.code,
      ...(error.triesLeft === undefined ? {} : { triesLeft: error.triesLeft }),
    };
  }
  if (isNextSignal(error)) throw error;
  const reference = referenceFrom(randomBytes(8));
  log.error('action.failed', { reference, errorName: error instanceof Error ? error.name : 'unknown' });
  return { status: 'error', code: 'SERVICE_UNAVAILABLE' satisfies AppErrorCode, reference };
}

function isNextSignal(error: unknown): boolean {
  return (
    error instanceof Error &&
    'digest' in error &&
    typeof error.digest === 'string' &&
    error.digest.startsWith('NEXT_')
  );
}
