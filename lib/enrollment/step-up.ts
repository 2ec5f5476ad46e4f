import { randomInt } from 'node:crypto';
import type { Actor } from '@/lib/auth/actor';
import { deliverCode } from '@/lib/auth/code-delivery';
import { audit } from '@/lib/audit/audit';
import { database, type Database } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { isKeyedHash, keyedHash, randomId } from '@/lib/sealing/seal';
import {
  closeChallenges,
  codesSentSince,
  newestChallenge,
  replaceChallenge,
  takeTry,
} from './challenge.repo';
import type { Enrollment } from './enrollment.repo';

/** A code lives five minutes (AU-11: age at the push at most five), allows five tries, and may be sent again after half a minute. */
const CODE_LIFETIME_MS = 5 * 60_000;
const CODE_TRIES = 5;
export const RESEND_AFTER_MS = 30_000;
const CODES_PER_HOUR = 6;

/** What a code stands for: these cards, this destination, these fields, this consent. Any change gives another value (AU-11). */
function bound(enrollment: Enrollment): string {
  return JSON.stringify([
    enrollment.customerId,
    enrollment.id,
    enrollment.tokenRequestorId,
    enrollment.cards.map((card) => card.cardId).sort(),
    [...(enrollment.sharedFields ?? [])].sort(),
    enrollment.consentId,
  ]);
}

/** Makes a fresh code for a consented (or expired) enrollment, stores its hash, and sends it through the bank's channel. */
export async function sendCode(actor: Actor, enrollment: Enrollment): Promise<void> {
  const now = actor.clock();
  if (enrollment.state !== 'consented' && enrollment.state !== 'expired') throw new AppError('STEP_SKIPPED');
  if ((await codesSentSince(enrollment.id, new Date(now.getTime() - 3_600_000))) >= CODES_PER_HOUR)
    throw new AppError('TOO_MANY_CODES');
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const id = randomId();
  await database().transaction(async (tx) => {
    await replaceChallenge(tx, {
      id,
      enrollmentId: enrollment.id,
      customerId: actor.customer.id,
      binding: keyedHash('binding', bound(enrollment)),
      codeHash: keyedHash('code', `${id}:${code}`),
      triesLeft: CODE_TRIES,
      expiresAt: new Date(now.getTime() + CODE_LIFETIME_MS),
      createdAt: now,
    });
    await audit(tx, {
      at: now,
      actor: actor.customer.id,
      sessionHash: actor.sessionHash,
      action: 'step_up',
      object: enrollment.id,
      outcome: 'sent',
    });
  });
  await deliverCode(actor.customer, {
    code,
    cardCount: enrollment.cards.length,
    tokenRequestorName: enrollment.tokenRequestorName,
    at: now,
  });
}

/** Another code on request: not within half a minute of the last one. */
export async function resendCode(actor: Actor, enrollment: Enrollment): Promise<void> {
  const last = await newestChallenge(actor.customer.id, enrollment.id);
  const live = last !== null && last.closedAt === null && last.triesLeft > 0;
  if (live && actor.clock().getTime() - last.createdAt.getTime() < RESEND_AFTER_MS)
    throw new AppError('TOO_MANY_CODES');
  await sendCode(actor, enrollment);
}

/**
 * Compares a code with the live one of this enrollment and closes that: it is valid once, inside the transaction that acts on
 * it (AU-12). Its id when it fits; else `WRONG_CODE` with the tries left, or `CODE_EXPIRED`, whose lost try the caller commits.
 */
export async function acceptCode(
  tx: Database,
  actor: Actor,
  enrollment: Enrollment,
  code: string,
): Promise<AppError | { challengeId: string }> {
  const now = actor.clock();
  const newest = await newestChallenge(actor.customer.id, enrollment.id, tx);
  const challenge = newest === null ? null : await takeTry(tx, newest.id, now);
  if (challenge === null) return new AppError('CODE_EXPIRED');
  const fits = isKeyedHash('code', `${challenge.id}:${code}`, challenge.codeHash);
  if (fits && isKeyedHash('binding', bound(enrollment), challenge.binding)) {
    await closeChallenges(tx, enrollment.id, now);
    return { challengeId: challenge.id };
  }
  await audit(tx, {
    at: now,
    actor: actor.customer.id,
    sessionHash: actor.sessionHash,
    action: 'step_up',
    object: enrollment.id,
    outcome: 'wrong',
  });
  return challenge.triesLeft > 0
    ? new AppError('WRONG_CODE', { triesLeft: challenge.triesLeft })
    : new AppError('CODE_EXPIRED');
}
