'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { afterPush } from '@/app/(journey)/enroll/onward';
import { goTo } from '@/app/go-to';
import { actorOfAction, requireCustomer } from '@/lib/auth/actor';
import { customerAction, formFields } from '@/lib/auth/door';
import { dismissBanner, recheck } from '@/lib/cards/cards-view';
import type { ActionState } from '@/lib/domain/read-models';
import { cancelEnrollment } from '@/lib/enrollment/cancel-enrollment';
import { sendAgain } from '@/lib/enrollment/send-again';
import { startAgain, startEnrollment } from '@/lib/enrollment/start-enrollment';
import { withdrawConsent } from '@/lib/enrollment/withdraw-consent';

const id = z.string().min(1).max(64);
const idle: ActionState = { status: 'idle' };
const enrollmentSchema = z.object({ enrollmentId: id });

const start = customerAction(
  z.object({ tokenRequestorId: id, cardId: z.array(id).min(1).max(50) }),
  async (actor, input) => {
    const enrollmentId = await startEnrollment(actor, {
      tokenRequestorId: input.tokenRequestorId,
      cardIds: input.cardId,
    });
    goTo(`/enroll/${enrollmentId}/review`);
  },
  { lists: ['cardId'] },
);

/** "Add" beside a card: a draft with that card, straight to review. */
export async function startAction(form: FormData): Promise<void> {
  const state = await start(idle, form);
  if (state.status === 'error')
    goTo(
      state.code === 'SIGNED_OUT'
        ? '/login?notice=session_ended&next=/cards'
        : `/cards?problem=${state.code}`,
    );
}

/** "Not now" on the banner. */
export async function dismissBannerAction(): Promise<void> {
  await dismissBanner(await requireCustomer());
  revalidatePath('/cards');
}

/** For a tab that is looked at again: asks MDES once more, without counting as an act of the person (AU-04). */
export async function recheckEligibilityAction(): Promise<
  { clickToPay: string[]; checkedAt: string } | { failed: true }
> {
  return actorOfAction({ activity: false })
    .then((actor) => recheck(actor))
    .catch(() => ({ failed: true as const }));
}

const again = customerAction(enrollmentSchema, async (actor, { enrollmentId }) => {
  const { state } = await sendAgain(actor, enrollmentId);
  goTo(afterPush(enrollmentId, state));
});
const fresh = customerAction(
  enrollmentSchema.extend({ cardId: z.array(id).max(50).default([]) }),
  async (actor, { enrollmentId, cardId }) =>
    goTo(`/enroll/${await startAgain(actor, enrollmentId, cardId)}/review`),
  { lists: ['cardId'] },
);
const cancel = customerAction(enrollmentSchema, async (actor, { enrollmentId }) => {
  await cancelEnrollment(actor, enrollmentId);
  goTo(`/tokenization-results/${enrollmentId}`);
});

const withdraw = customerAction(enrollmentSchema, async (actor, { enrollmentId }) => {
  await withdrawConsent(actor, enrollmentId);
  goTo(`/activity/${enrollmentId}`);
});

/** A form without a place for an error of its own: back to the enrollment, which shows how things stand. */
async function orBack(state: ActionState, form: FormData): Promise<void> {
  if (state.status !== 'error') return;
  if (state.code === 'SIGNED_OUT') goTo('/login?notice=session_ended&next=/activity');
  const enrollmentId = enrollmentSchema.safeParse(formFields(form)).data?.enrollmentId;
  goTo(
    enrollmentId === undefined || state.code === 'NOT_FOUND'
      ? `/activity?problem=${state.code}`
      : `/activity/${encodeURIComponent(enrollmentId)}?problem=${state.code}`,
  );
}

/** "Ask again" or "Get a new code": one press sends again what nobody answered (decisions 7). */
export async function pushAgainAction(form: FormData): Promise<void> {
  await orBack(await again(idle, form), form);
}

/** "Try again" after an end: a new enrollment with the cards that did not make it. */
export async function startAgainAction(form: FormData): Promise<void> {
  await orBack(await fresh(idle, form), form);
}

export async function cancelAction(form: FormData): Promise<void> {
  await orBack(await cancel(idle, form), form);
}

/** "Withdraw consent": as easy as giving it (GD-02). */
export async function withdrawAction(form: FormData): Promise<void> {
  await orBack(await withdraw(idle, form), form);
}
