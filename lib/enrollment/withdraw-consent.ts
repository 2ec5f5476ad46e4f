import type { Actor } from '@/lib/auth/actor';
import { audit } from '@/lib/audit/audit';
import { database } from '@/lib/db/client';
import { loadEnrollment, transition } from './enrollment.repo';

/**
 * The person takes their consent back (GDPR 7(3); GD-02): the bank relies on it no more, nothing further is sent for this
 * enrollment, and its cards can be offered anew. The consent record itself stays as it was given: it proves what was agreed.
 * What the token requestor keeps is not touched here: deleting a token at MDES belongs to the lifecycle of tokens.
 * Withdrawing twice is one withdrawal; `STEP_SKIPPED` where there is nothing to withdraw.
 */
export async function withdrawConsent(actor: Actor, enrollmentId: string): Promise<void> {
  const at = actor.clock();
  const enrollment = await loadEnrollment(actor.customer.id, enrollmentId);
  if (enrollment.state === 'withdrawn') return;
  await database().transaction(async (tx) => {
    await transition(tx, enrollment, 'consent_withdrawn', at, { handOffSealed: null });
    await audit(tx, {
      at,
      actor: actor.customer.id,
      sessionHash: actor.sessionHash,
      action: 'withdraw',
      object: enrollment.id,
      outcome: 'ok',
    });
  });
}
