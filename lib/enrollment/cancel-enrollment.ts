import type { Actor } from '@/lib/auth/actor';
import { audit } from '@/lib/audit/audit';
import { database } from '@/lib/db/client';
import { closeChallenges } from '@/lib/auth/challenge.repo';
import { loadEnrollment, transition, updateCard } from './enrollment.repo';

/** The person changes their mind at the bank: nothing more is sent, and the hand-off is deleted. Cancelling twice is one cancellation. */
export async function cancelEnrollment(actor: Actor, enrollmentId: string): Promise<void> {
  const at = actor.clock();
  const enrollment = await loadEnrollment(actor.customer.id, enrollmentId);
  if (enrollment.state === 'cancelled') return;
  await database().transaction(async (tx) => {
    await transition(tx, enrollment, 'cancelled', at, { handOffSealed: null });
    await closeChallenges(tx, enrollment.id, at);
    for (const card of enrollment.cards) {
      if (card.outcome === 'chosen' || card.outcome === 'pushed' || card.outcome === 'unknown')
        await updateCard(tx, card.id, { outcome: 'cancelled', outcomeAt: at });
    }
    await audit(tx, {
      at,
      actor: actor.customer.id,
      sessionHash: actor.sessionHash,
      action: 'cancel',
      object: enrollment.id,
      outcome: 'ok',
    });
  });
}
