import type { Actor } from '@/lib/auth/actor';
import type { Assertion } from '@/lib/auth/passkey-response';
import type { Database } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { randomId } from '@/lib/sealing/seal';
import type { Enrollment } from './enrollment.repo';
import type { StepUpRow } from './step-up.repo';
import { stepUpFor } from './step-up-rule';
import { acceptPasskey } from './passkey-step-up';
import { acceptCode } from './step-up';

/** With what a person seals a slip. `agreement` is enough only where the policy asks for nothing more. */
export type Proof =
  { by: 'code'; code: string } | { by: 'passkey'; response: Assertion } | { by: 'agreement' };

/** What was accepted, as it is recorded with the consent (GD-01). */
export type AcceptedProof = Pick<StepUpRow, 'id' | 'method' | 'rule' | 'passkeyId'>;

/**
 * Judges a proof inside the transaction that acts on it. The policy is asked here once more: what a page showed and what a
 * browser claims decide nothing (AZ-04). A refusal is answered, not thrown, so that the caller commits the try that it cost.
 */
export async function acceptProof(
  tx: Database,
  actor: Actor,
  enrollment: Enrollment,
  proof: Proof,
): Promise<AcceptedProof | AppError> {
  const { required, rule } = stepUpFor(actor, enrollment);
  if (proof.by === 'agreement')
    return required
      ? new AppError('STEP_SKIPPED')
      : { id: randomId(), method: 'agreement', rule, passkeyId: null };
  if (proof.by === 'passkey') {
    const signed = await acceptPasskey(tx, actor, enrollment, proof.response);
    return signed instanceof AppError
      ? signed
      : { id: signed.challengeId, method: 'passkey', rule, passkeyId: signed.passkeyId };
  }
  const accepted = await acceptCode(tx, actor, enrollment, proof.code);
  return accepted instanceof AppError
    ? accepted
    : { id: accepted.challengeId, method: 'code', rule, passkeyId: null };
}
