'use server';

import { z } from 'zod';
import { goTo } from '@/app/go-to';
import { signOutDevice, signOutOtherDevices } from '@/lib/auth/devices';
import { customerAction } from '@/lib/auth/door';
import type { ActionState } from '@/lib/domain/read-models';

const one = customerAction(z.object({ handle: z.string().min(1).max(64) }), async (actor, { handle }) => {
  await signOutDevice(actor, handle);
  goTo('/account/devices?notice=done');
});
const others = customerAction(z.object({}), async (actor) => {
  await signOutOtherDevices(actor);
  goTo('/account/devices?notice=others_done');
});

/** Forms without a place for an error of their own: the list says how things stand. */
function orBack(state: ActionState): void {
  if (state.status !== 'error') return;
  goTo(
    state.code === 'SIGNED_OUT'
      ? '/login?notice=session_ended&next=/account/devices'
      : `/account/devices?problem=${state.code}`,
  );
}

/** "Sign out" beside a device. */
export async function signOutDeviceAction(form: FormData): Promise<void> {
  orBack(await one({ status: 'idle' }, form));
}

/** "Sign out all other devices". */
export async function signOutOthersAction(form: FormData): Promise<void> {
  orBack(await others({ status: 'idle' }, form));
}
