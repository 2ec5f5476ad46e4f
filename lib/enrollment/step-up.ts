import type { Actor } from '@/lib/auth/actor';
import { closeChallenges } from '@/lib/auth/challenge.repo';
import {
  acceptOneTimeCode,
  resendOneTimeCode,
  sendOneTimeCode,
  type CodeRequest,
} from '@/lib/auth/one-time-code';
import type { Database } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import type { Enrollment } from './enrollment.repo';

/** What a code or a passkey stands for: these cards, this destination, these fields, this consent. Any change gives another value (AU-11). */
export function bound(enrollment: Enrollment): string {
  return JSON.stringify([
    enrollment.customerId,
    enrollment.id,
    enrollment.tokenRequestorId,
    enrollment.cards.map((card) => card.cardId).sort(),
    [...(enrollment.sharedFields ?? [])].sort(),
    enrollment.consentId,
  ]);
}

/** A code or a passkey is asked for while the slip waits for it, and at no other step. */
export function requireAwaitingProof({ state }: Enrollment): void {
  if (state !== 'consented' && state !== 'expired') throw new AppError('STEP_SKIPPED');
}

function codeRequest(enrollment: Enrollment): CodeRequest {
  requireAwaitingProof(enrollment);
  return {
    enrollmentId: enrollment.id,
    binding: bound(enrollment),
    purpose: {
      kind: 'push',
      cardCount: enrollment.cards.length,
      tokenRequestorName: enrollment.tokenRequestorName,
    },
  };
}

/** Sends the code of a consented (or expired) enrollment. */
export async function sendCode(actor: Actor, enrollment: Enrollment): Promise<void> {
  await sendOneTimeCode(actor, codeRequest(enrollment));
}

/** Another code on request: not within half a minute of the last one. */
export async function resendCode(actor: Actor, enrollment: Enrollment): Promise<void> {
  await resendOneTimeCode(actor, codeRequest(enrollment));
}

/** The code is right, once: closes it and answers its id, inside the transaction that acts on it (AU-12). */
export async function acceptCode(
  tx: Database,
  actor: Actor,
  enrollment: Enrollment,
  code: string,
): Promise<AppError | { challengeId: string }> {
  const request = { enrollmentId: enrollment.id, binding: bound(enrollment) };
  const accepted = await acceptOneTimeCode(tx, actor, request, code);
  if (accepted instanceof AppError) return accepted;
  await closeChallenges(tx, enrollment.id, actor.clock());
  return { challengeId: accepted.id };
}
