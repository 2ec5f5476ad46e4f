'use client';

import { useActionState, useState, useTransition } from 'react';
import type { ActionState, PasskeyState } from '@/lib/domain/read-models';
import type { PageFault } from '@/lib/domain/words-needed';

export type PasskeyAction = (previous: PasskeyState, form: FormData) => Promise<PasskeyState>;

const IDLE: ActionState = { status: 'idle' };
const problem = (code: PageFault): ActionState => ({ status: 'error', code });

/**
 * The two halves around an authenticator: the server's options, the device, the server's verdict. The library that speaks to the
 * device is loaded with the first press: most pages never need it.
 * @param begin answers the options; fields as given to `press`
 * @param finish the same fields and `response`, JSON text
 */
export function usePasskey(ceremony: 'get' | 'create', begin: PasskeyAction, finish: PasskeyAction) {
  const [verdict, dispatch, finishing] = useActionState(finish, IDLE);
  const [local, setLocal] = useState<{ state: PasskeyState; before: PasskeyState }>({
    state: IDLE,
    before: IDLE,
  });
  const [asking, startTransition] = useTransition();

  function press(fields: FormData): void {
    startTransition(async () => {
      const begun = await begin(IDLE, fields);
      const made = begun.status === 'challenge' ? await askDevice(ceremony, begun.options) : begun;
      startTransition(() => {
        setLocal({ state: typeof made === 'string' ? IDLE : made, before: verdict });
        if (typeof made !== 'string') return;
        fields.set('response', made);
        dispatch(fields);
      });
    });
  }

  const shown = local.state.status === 'error' ? local.state : verdict === local.before ? IDLE : verdict;
  return { press, busy: asking || finishing, failed: shown.status === 'error' ? shown : null };
}

async function askDevice(ceremony: 'get' | 'create', options: string): Promise<string | ActionState> {
  const { browserSupportsWebAuthn, startAuthentication, startRegistration } =
    await import('@simplewebauthn/browser');
  if (!browserSupportsWebAuthn()) return problem('PASSKEY_UNSUPPORTED');
  const optionsJSON = JSON.parse(options);
  try {
    const made =
      ceremony === 'get'
        ? await startAuthentication({ optionsJSON })
        : await startRegistration({ optionsJSON });
    return JSON.stringify(made);
  } catch (error) {
    const known = error instanceof Error && error.name === 'InvalidStateError';
    return problem(known ? 'PASSKEY_KNOWN' : 'PASSKEY_CANCELLED');
  }
}
