'use server';

import { cookies } from 'next/headers';
import { z } from 'zod';
import { goTo } from '@/app/go-to';
import { actorFromToken, clientOf } from '@/lib/auth/actor';
import { enterSession } from '@/lib/auth/browser-session';
import { failure, formFields } from '@/lib/auth/door';
import { safeNextPath } from '@/lib/auth/next-path';
import { signIn } from '@/lib/auth/sign-in';
import type { ActionState } from '@/lib/domain/read-models';
import { FLOW_COOKIE } from '@/lib/enrollment/leave';
import { resumeParkedReturn } from '@/lib/enrollment/receive-return';

const schema = z.object({
  username: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(256),
  next: z.string().max(512).optional(),
});

/** Signs in and goes on to where the person was heading; a return that waited for them is applied on the way (CB-10). */
export async function signInAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  const parsed = schema.safeParse(formFields(form));
  if (!parsed.success) {
    const missing = parsed.error.issues
      .map((issue) => String(issue.path[0]))
      .filter((name) => name === 'username' || name === 'password');
    return {
      status: 'error',
      code: 'INVALID_INPUT',
      fieldErrors: Object.fromEntries(missing.map((name) => [name, 'required'])),
    };
  }
  let onward: string;
  try {
    const token = await signIn({
      username: parsed.data.username,
      password: parsed.data.password,
      ...(await clientOf()),
    });
    await enterSession(token);
    const actor = await actorFromToken(token);
    const next = safeNextPath(parsed.data.next);
    const flow = (await cookies()).get(FLOW_COOKIE)?.value;
    onward = actor === null ? next : ((await resumeParkedReturn(actor, flow, next)) ?? next);
  } catch (error) {
    return failure(error);
  }
  goTo(onward);
}

/** One click of a demo persona: a form without a place for an error, since its name and password are ours. */
export async function signInAsAction(form: FormData): Promise<void> {
  const state = await signInAction({ status: 'idle' }, form);
  if (state.status === 'error') goTo('/login');
}
