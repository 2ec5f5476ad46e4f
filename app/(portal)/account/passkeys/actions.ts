'use server';

import { z } from 'zod';
import { goTo } from '@/app/go-to';
import { addPasskey, enterAccountCode, newPasskeyOptions, sendAccountCode } from '@/lib/auth/add-passkey';
import { renewSession } from '@/lib/auth/browser-session';
import { customerAction } from '@/lib/auth/door';
import { removePasskey } from '@/lib/auth/manage-passkeys';
import { registrationSchema } from '@/lib/auth/passkey-response';
import type { ActionState, PasskeyState } from '@/lib/domain/read-models';

const PAGE = '/account/passkeys';
const idle: ActionState = { status: 'idle' };

/** A form without a place for an error of its own: the page says it. */
function orBack(state: ActionState): void {
  if (state.status !== 'error') return;
  goTo(
    state.code === 'SIGNED_OUT'
      ? `/login?notice=session_ended&next=${PAGE}`
      : `${PAGE}?problem=${state.code}`,
  );
}

const send = customerAction(z.object({}), async (actor) => {
  await sendAccountCode(actor);
  goTo(PAGE);
});

/** "Send me a code": what comes before a passkey. */
export async function sendAccountCodeAction(form: FormData): Promise<void> {
  orBack(await send(idle, form));
}

const enter = customerAction(
  z.object({ code: z.string().transform((code) => code.replace(/\s/g, '')) }),
  async (actor, { code }): Promise<ActionState | undefined> => {
    if (!/^\d{6}$/.test(code))
      return { status: 'error', code: 'INVALID_INPUT', fieldErrors: { code: 'six_digits' } };
    await enterAccountCode(actor, code);
    await renewSession(actor, 'code');
    goTo(PAGE);
  },
);

/** The code: for a few minutes this session may add passkeys. */
export async function accountCodeAction(previous: ActionState, form: FormData): Promise<ActionState> {
  return enter(previous, form);
}

const begin = customerAction(z.object({}), async (actor): Promise<PasskeyState> => ({
  status: 'challenge',
  options: await newPasskeyOptions(actor),
}));

/** What the device is asked to make. */
export async function newPasskeyAction(_previous: PasskeyState, form: FormData): Promise<PasskeyState> {
  return begin(idle, form);
}

const add = customerAction(
  z.object({ name: z.string().trim().min(1).max(40), response: registrationSchema }),
  async (actor, { name, response }) => {
    await addPasskey(actor, name, response);
    goTo(`${PAGE}?notice=added`);
  },
);

/** What the device made. */
export async function addPasskeyAction(_previous: PasskeyState, form: FormData): Promise<PasskeyState> {
  return add(idle, form);
}

const remove = customerAction(
  z.object({ passkeyId: z.string().min(1).max(64) }),
  async (actor, { passkeyId }) => {
    await removePasskey(actor, passkeyId);
    goTo(`${PAGE}?notice=removed`);
  },
);

export async function removePasskeyAction(form: FormData): Promise<void> {
  orBack(await remove(idle, form));
}
