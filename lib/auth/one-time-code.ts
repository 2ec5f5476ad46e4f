import { randomInt } from 'node:crypto';
import { audit } from '@/lib/audit/audit';
import { database, type Database } from '@/lib/db/client';
import type { CodeChallengeView } from '@/lib/domain/read-models';
import { AppError } from '@/lib/errors/app-error';
import { isKeyedHash, keyedHash, randomId } from '@/lib/sealing/seal';
import type { Actor } from './actor';
import {
  challengesSince,
  codesOfPersonSince,
  newestChallenge,
  replaceChallenge,
  takeTry,
  type ChallengeRow,
  type ChallengeScope,
} from './challenge.repo';
import { deliverCode, type CodePurpose } from './code-delivery';
import { lockCustomer } from './session.repo';

/** A challenge lives five minutes (AU-11: age at the push at most five). */
export const CHALLENGE_LIFETIME_MS = 5 * 60_000;
const CODE_TRIES = 5;
const RESEND_AFTER_MS = 30_000;
const CODES_PER_HOUR = 6;
/** Over all slips and the account: a new slip must not bring fresh tries for ever (RTS art. 4(3)(b)). */
export const CODES_PER_HOUR_AND_PERSON = 30;
const HOUR_MS = 3_600_000;

/** What a code is for, and what it stands for: any change of `binding` voids it (AU-11). */
export interface CodeRequest {
  enrollmentId: string | null;
  binding: string;
  purpose: CodePurpose;
}

const scopeOf = (actor: Actor, enrollmentId: string | null): ChallengeScope => ({
  customerId: actor.customer.id,
  enrollmentId,
  method: 'code',
});

/**
 * Makes a fresh code, stores its hash, and sends it through the bank's channel. `TOO_MANY_CODES` after six within the hour for one
 * thing, or thirty for one person.
 */
export async function sendOneTimeCode(actor: Actor, request: CodeRequest): Promise<void> {
  await issue(actor, request, { onRequest: false });
}

/** As `sendOneTimeCode`, on request: not within half a minute of the last one. */
export async function resendOneTimeCode(actor: Actor, request: CodeRequest): Promise<void> {
  await issue(actor, request, { onRequest: true });
}

async function issue(
  actor: Actor,
  request: CodeRequest,
  { onRequest }: { onRequest: boolean },
): Promise<void> {
  const now = actor.clock();
  const scope = scopeOf(actor, request.enrollmentId);
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const id = randomId();
  await database().transaction(async (tx) => {
    await lockCustomer(tx, actor.customer.id);
    if (await isTooMany(tx, scope, now, onRequest)) throw new AppError('TOO_MANY_CODES');
    await replaceChallenge(tx, {
      ...scope,
      id,
      binding: keyedHash('binding', request.binding),
      codeHash: keyedHash('code', `${id}:${code}`),
      triesLeft: CODE_TRIES,
      expiresAt: new Date(now.getTime() + CHALLENGE_LIFETIME_MS),
      closedAt: null,
      createdAt: now,
    });
    await record(tx, actor, request.enrollmentId, 'sent');
  });
  await deliverCode(actor.customer, { code, at: now, purpose: request.purpose });
}

/** Judged under the person's lock, so that requests at the same time are counted too. */
async function isTooMany(
  tx: Database,
  scope: ChallengeScope,
  now: Date,
  onRequest: boolean,
): Promise<boolean> {
  const since = new Date(now.getTime() - HOUR_MS);
  if ((await challengesSince(scope, since, tx)) >= CODES_PER_HOUR) return true;
  if ((await codesOfPersonSince(tx, scope.customerId, since)) >= CODES_PER_HOUR_AND_PERSON) return true;
  const last = onRequest ? await newestChallenge(scope, tx) : null;
  const live = last !== null && last.closedAt === null && last.triesLeft > 0;
  return live && now.getTime() - last.createdAt.getTime() < RESEND_AFTER_MS;
}

/**
 * Compares a code with the live one of its scope, inside the transaction that acts on it. The challenge when it fits: the caller
 * closes it, so that it is valid once (AU-12). Else `WRONG_CODE` with the tries left, or `CODE_EXPIRED`, whose lost try the
 * caller commits.
 */
export async function acceptOneTimeCode(
  tx: Database,
  actor: Actor,
  { enrollmentId, binding }: Omit<CodeRequest, 'purpose'>,
  code: string,
): Promise<AppError | ChallengeRow> {
  const now = actor.clock();
  const newest = await newestChallenge(scopeOf(actor, enrollmentId), tx);
  const challenge = newest === null ? null : await takeTry(tx, newest.id, now);
  if (challenge === null) return new AppError('CODE_EXPIRED');
  const fits = isKeyedHash('code', `${challenge.id}:${code}`, challenge.codeHash);
  if (fits && isKeyedHash('binding', binding, challenge.binding)) return challenge;
  await record(tx, actor, enrollmentId, 'wrong');
  return challenge.triesLeft > 0
    ? new AppError('WRONG_CODE', { triesLeft: challenge.triesLeft })
    : new AppError('CODE_EXPIRED');
}

/** How long the live code of a scope works; null when there is none. */
export async function liveCode(actor: Actor, enrollmentId: string | null): Promise<CodeChallengeView | null> {
  const now = actor.clock().getTime();
  const challenge = await newestChallenge(scopeOf(actor, enrollmentId));
  const dead =
    challenge === null ||
    challenge.closedAt !== null ||
    challenge.triesLeft <= 0 ||
    challenge.expiresAt.getTime() <= now;
  if (dead) return null;
  const resendAt = challenge.createdAt.getTime() + RESEND_AFTER_MS;
  return {
    expiresInSeconds: Math.floor((challenge.expiresAt.getTime() - now) / 1000),
    triesLeft: challenge.triesLeft,
    resendInSeconds: Math.max(0, Math.ceil((resendAt - now) / 1000)),
  };
}

function record(tx: Database, actor: Actor, object: string | null, outcome: string): Promise<void> {
  return audit(tx, {
    at: actor.clock(),
    actor: actor.customer.id,
    sessionHash: actor.sessionHash,
    action: 'step_up',
    object,
    outcome,
  });
}
