'use server';

import { z } from 'zod';
import { goTo } from '@/app/go-to';
import { renewSession } from '@/lib/auth/browser-session';
import { customerAction, formFields } from '@/lib/auth/door';
import type { ActionState, SharedField } from '@/lib/domain/read-models';
import { agree } from '@/lib/enrollment/agree';
import { currentEnrollment } from '@/lib/enrollment/enrollment-view';
import { confirmCode, confirmPush } from '@/lib/enrollment/push-cards';
import { changeCards, startEnrollment } from '@/lib/enrollment/start-enrollment';
import { resendCode } from '@/lib/enrollment/step-up';
import { afterPush, orShowAnew, sealWatch } from './onward';

const id = z.string().min(1).max(64);

const choose = customerAction(
  z.object({ tokenRequestorId: id, enrollmentId: id.optional(), cardId: z.array(id).max(50).default([]) }),
  async (actor, { tokenRequestorId, enrollmentId, cardId }) => {
    if (enrollmentId !== undefined) await changeCards(actor, enrollmentId, cardId);
    const target = enrollmentId ?? (await startEnrollment(actor, { tokenRequestorId, cardIds: cardId }));
    goTo(`/enroll/${target}/review`);
  },
  { lists: ['cardId'] },
);

/** Choose → review: a new draft, or other cards for an old one. */
export async function chooseAction(previous: ActionState, form: FormData): Promise<ActionState> {
  return choose(previous, form);
}

const version = z.coerce.number().int().min(1);
const share = z.enum(['yes', 'no']).optional();
const review = customerAction(
  z.object({
    enrollmentId: id,
    version,
    consentVersion: z.string().min(1).max(20),
    agree: z.literal('yes').optional(),
    'share.address': share,
    'share.email': share,
    'share.mobile': share,
  }),
  async (actor, input) => {
    const keepPrivate = (['address', 'email', 'mobile'] as const satisfies SharedField[]).filter(
      (field) => input[`share.${field}`] === 'no',
    );
    const agreement = {
      enrollmentId: input.enrollmentId,
      version: input.version,
      consentVersion: input.consentVersion,
      agreed: input.agree === 'yes',
      keepPrivate,
    };
    const page = `/enroll/${input.enrollmentId}/review`;
    const { state, stepUp } = await agree(actor, agreement).catch(orShowAnew(page));
    goTo(afterPush(input.enrollmentId, state, stepUp));
  },
);

/** Review → confirm, or straight on to leaving where the policy asks for nothing more. */
export async function agreeAction(previous: ActionState, form: FormData): Promise<ActionState> {
  return review(previous, form);
}

const confirm = customerAction(
  z.object({ enrollmentId: id, version, code: z.string().transform((code) => code.replace(/\s/g, '')) }),
  async (actor, { enrollmentId, version, code }) => {
    if (!/^\d{6}$/.test(code))
      return { status: 'error', code: 'INVALID_INPUT', fieldErrors: { code: 'six_digits' } };
    const page = `/enroll/${enrollmentId}/confirm`;
    const watch = sealWatch();
    const pushed = confirmCode(actor, enrollmentId, code, version, watch.onSealed);
    const { state } = await pushed.catch(orShowAnew(page));
    if (watch.sealed) await renewSession(actor, 'code');
    // crash point P6: all is done, the browser does not know.
    goTo(afterPush(enrollmentId, state));
  },
);

/** Confirm → leaving: checks the code, pushes the cards (`pushMultipleAccounts`). */
export async function confirmAction(previous: ActionState, form: FormData): Promise<ActionState> {
  return confirm(previous, form);
}

const send = customerAction(z.object({ enrollmentId: id, version }), async (actor, input) => {
  const { enrollmentId, version } = input;
  const { state } = await confirmPush(actor, enrollmentId, { by: 'agreement' }, version);
  goTo(afterPush(enrollmentId, state));
});

/** Confirm → leaving where the policy asks for nothing more than the agreement that was given. */
export async function sendAction(form: FormData): Promise<void> {
  await orToConfirm(await send({ status: 'idle' }, form), form);
}

const resend = customerAction(z.object({ enrollmentId: id }), async (actor, { enrollmentId }) => {
  await resendCode(actor, await currentEnrollment(actor, enrollmentId));
  goTo(`/enroll/${enrollmentId}/confirm`);
});

/** Another code; a person who asks too soon stays where they are, with the running one. */
export async function resendAction(form: FormData): Promise<void> {
  await orToConfirm(await resend({ status: 'idle' }, form), form);
}

/** A form without a place for an error of its own: the page says it. */
async function orToConfirm(state: ActionState, form: FormData): Promise<void> {
  if (state.status !== 'error') return;
  const enrollmentId = z.object({ enrollmentId: id }).safeParse(formFields(form)).data?.enrollmentId ?? '';
  goTo(
    state.code === 'SIGNED_OUT'
      ? '/login?notice=session_ended&next=/activity'
      : `/enroll/${encodeURIComponent(enrollmentId)}/confirm?problem=${state.code}`,
  );
}
