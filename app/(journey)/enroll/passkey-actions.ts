'use server';

import { z } from 'zod';
import { goTo } from '@/app/go-to';
import { renewSession } from '@/lib/auth/browser-session';
import { customerAction } from '@/lib/auth/door';
import { assertionSchema } from '@/lib/auth/passkey-response';
import type { PasskeyState } from '@/lib/domain/read-models';
import { currentEnrollment } from '@/lib/enrollment/enrollment-view';
import { passkeyOptions } from '@/lib/enrollment/passkey-step-up';
import { confirmPush } from '@/lib/enrollment/push-cards';
import { afterPush, orShowAnew, sealWatch } from './onward';

const id = z.string().min(1).max(64);
const idle = { status: 'idle' } as const;

const begin = customerAction(
  z.object({ enrollmentId: id }),
  async (actor, { enrollmentId }): Promise<PasskeyState> => ({
    status: 'challenge',
    options: await passkeyOptions(actor, await currentEnrollment(actor, enrollmentId)),
  }),
);

/** What the device is asked to sign, for exactly this slip. */
export async function askPasskeyAction(_previous: PasskeyState, form: FormData): Promise<PasskeyState> {
  return begin(idle, form);
}

const confirm = customerAction(
  z.object({ enrollmentId: id, version: z.coerce.number().int().min(1), response: assertionSchema }),
  async (actor, { enrollmentId, version, response }) => {
    const page = `/enroll/${enrollmentId}/confirm`;
    const proof = { by: 'passkey', response } as const;
    const watch = sealWatch();
    const pushed = confirmPush(actor, enrollmentId, proof, version, watch.onSealed);
    const { state } = await pushed.catch(orShowAnew(page));
    if (watch.sealed) await renewSession(actor, 'passkey');
    goTo(afterPush(enrollmentId, state));
  },
);

/** Confirm → leaving with a passkey instead of the code. */
export async function confirmPasskeyAction(_previous: PasskeyState, form: FormData): Promise<PasskeyState> {
  return confirm(idle, form);
}
