import type { Actor } from '@/lib/auth/actor';
import { liveCode } from '@/lib/auth/one-time-code';
import { currentEnrollment } from './enrollment-view';
import { hasPasskey } from './passkey-step-up';
import { confirmPush, pushAgain } from './push-cards';
import type { PushRecord } from './record-push';
import { resendCode } from './step-up';
import { stepUpFor } from './step-up-rule';

/**
 * One press sends a slip again that nobody answered. While it may have arrived, the same call is repeated. Once its time is
 * over, what was agreed goes at once where the policy asks for nothing more; else the code that seals it is on its way, or the
 * person's passkey is asked for, and the slip still stands at `expired`.
 */
export async function sendAgain(actor: Actor, enrollmentId: string): Promise<PushRecord> {
  const enrollment = await currentEnrollment(actor, enrollmentId);
  if (enrollment.state !== 'expired') return pushAgain(actor, enrollmentId);
  if (!stepUpFor(actor, enrollment).required) return confirmPush(actor, enrollmentId, { by: 'agreement' });
  const codeNeeded = !(await hasPasskey(actor.customer.id)) && (await liveCode(actor, enrollmentId)) === null;
  if (codeNeeded) await resendCode(actor, enrollment);
  return { state: 'expired' };
}
