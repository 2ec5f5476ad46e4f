import type { Actor } from '@/lib/auth/actor';
import { audit } from '@/lib/audit/audit';
import { closeChallenges } from '@/lib/auth/challenge.repo';
import { assertionOptions, checkAssertion } from '@/lib/auth/passkey-ceremony';
import { openChallenge, takeChallenge } from '@/lib/auth/passkey-challenge';
import type { Assertion } from '@/lib/auth/passkey-response';
import { findPasskey, markPasskeyUsed, passkeysOf } from '@/lib/auth/passkey.repo';
import type { Database } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import type { Enrollment } from './enrollment.repo';
import { bound, requireAwaitingProof } from './step-up';

/** Whether this person may use a passkey in the place of the code. */
export async function hasPasskey(customerId: string): Promise<boolean> {
  return (await passkeysOf(customerId)).length > 0;
}

const challengeFor = (enrollment: Enrollment) =>
  ({ enrollmentId: enrollment.id, method: 'passkey', binding: bound(enrollment) }) as const;

/** Options for the browser to ask a passkey of this person with, as JSON text; bound to the slip as a code is. */
export async function passkeyOptions(actor: Actor, enrollment: Enrollment): Promise<string> {
  requireAwaitingProof(enrollment);
  const own = await passkeysOf(actor.customer.id);
  if (own.length === 0) throw new AppError('PASSKEY_REFUSED');
  return assertionOptions(await openChallenge(actor, challengeFor(enrollment)), own);
}

/**
 * A passkey of this person signed the challenge of exactly this slip, once: closes it, inside the transaction that acts on it
 * (AU-11, AU-12). `PASSKEY_REFUSED` for whatever does not hold; the caller commits the try that it cost.
 */
export async function acceptPasskey(
  tx: Database,
  actor: Actor,
  enrollment: Enrollment,
  response: Assertion,
): Promise<AppError | { challengeId: string; passkeyId: string }> {
  const now = actor.clock();
  const taken = await takeChallenge(tx, actor, challengeFor(enrollment));
  const passkey = await findPasskey(tx, actor.customer.id, response.id);
  const counter =
    taken === null || passkey === null ? null : await checkAssertion(response, passkey, taken.isChallenge);
  if (
    taken !== null &&
    passkey !== null &&
    counter !== null &&
    (await markPasskeyUsed(tx, passkey, counter, now))
  ) {
    await closeChallenges(tx, enrollment.id, now);
    return { challengeId: taken.id, passkeyId: passkey.id };
  }
  await audit(tx, {
    at: now,
    actor: actor.customer.id,
    sessionHash: actor.sessionHash,
    action: 'step_up',
    object: enrollment.id,
    outcome: 'passkey_refused',
  });
  return new AppError('PASSKEY_REFUSED');
}
