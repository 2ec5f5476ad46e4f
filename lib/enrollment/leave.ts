import type { Actor } from '@/lib/auth/actor';
import { audit } from '@/lib/audit/audit';
import { database } from '@/lib/db/client';
import { AWAITING_RESULT } from '@/lib/domain/enrollment';
import { AppError } from '@/lib/errors/app-error';
import { randomId, sha256, unseal } from '@/lib/sealing/seal';
import { lockEnrollment, transition } from './enrollment.repo';
import { handOffPlace } from './hand-off.repo';

/** The flow cookie: 192 random bits that bind an enrollment to the browser that left (decisions 6). Seconds: a day. */
export const FLOW_COOKIE = 'flow';
export const FLOW_COOKIE_SECONDS = 24 * 60 * 60;

/**
 * The person leaves: records it, binds the enrollment to this browser and answers the hand-off URL, exactly as it was sealed.
 * Leaving again from the same or another browser moves the binding; a double click is two departures, one after the other.
 * `CODE_EXPIRED` when the receipts are too old, `STEP_SKIPPED` when there is nobody to leave for.
 */
export async function leave(
  actor: Actor,
  enrollmentId: string,
  flowCookie: string | undefined,
): Promise<{ url: string; flow: string }> {
  const at = actor.clock();
  const flow = flowCookie !== undefined && /^[A-Za-z0-9_-]{32}$/.test(flowCookie) ? flowCookie : randomId();
  const handOff = await database().transaction(async (tx) => {
    const enrollment = await lockEnrollment(tx, actor.customer.id, enrollmentId);
    const { handOffSealed, receiptsExpireAt } = enrollment;
    if (!AWAITING_RESULT.includes(enrollment.state) || handOffSealed === null || receiptsExpireAt === null)
      throw new AppError('STEP_SKIPPED');
    if (receiptsExpireAt.getTime() <= at.getTime()) throw new AppError('CODE_EXPIRED');
    await transition(tx, enrollment, 'left', at, { flowHash: sha256(flow), leftAt: at });
    await audit(tx, {
      at,
      actor: actor.customer.id,
      sessionHash: actor.sessionHash,
      action: 'leave',
      object: enrollment.id,
      outcome: 'ok',
    });
    return handOffSealed;
  });
  return { url: unseal(handOff, handOffPlace(enrollmentId)), flow };
}
