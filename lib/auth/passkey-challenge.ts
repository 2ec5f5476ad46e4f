import { database, type Database } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { isKeyedHash, keyedHash, randomId } from '@/lib/sealing/seal';
import type { Actor } from './actor';
import {
  challengesSince,
  newestChallenge,
  replaceChallenge,
  takeTry,
  type ChallengeScope,
} from './challenge.repo';
import { CHALLENGE_LIFETIME_MS } from './one-time-code';
import { newChallenge } from './passkey-ceremony';

/** A person presses a button a few times; whoever needs more than this within the hour is no person. */
const CHALLENGES_PER_HOUR = 30;

interface ChallengeRequest extends Omit<ChallengeScope, 'customerId'> {
  /** What the challenge stands for: any change voids it (AU-11). */
  binding: string;
}

/** A challenge for an authenticator to sign: kept as a hash, five minutes, one try. `TOO_MANY_CODES` after thirty within the hour. */
export async function openChallenge(actor: Actor, request: ChallengeRequest): Promise<string> {
  const now = actor.clock();
  const { enrollmentId, method } = request;
  const scope = { customerId: actor.customer.id, enrollmentId, method };
  if ((await challengesSince(scope, new Date(now.getTime() - 3_600_000))) >= CHALLENGES_PER_HOUR)
    throw new AppError('TOO_MANY_CODES');
  const id = randomId();
  const challenge = newChallenge();
  await database().transaction((tx) =>
    replaceChallenge(tx, {
      ...scope,
      id,
      binding: keyedHash('binding', request.binding),
      codeHash: keyedHash('passkey', `${id}:${challenge}`),
      triesLeft: 1,
      expiresAt: new Date(now.getTime() + CHALLENGE_LIFETIME_MS),
      closedAt: null,
      createdAt: now,
    }),
  );
  return challenge;
}

/**
 * Takes the one try of the live challenge, inside the transaction that acts on it: whatever is made of it, it is used up once that
 * commits (AU-12). Null when there is none, or when it stood for something else.
 */
export async function takeChallenge(
  tx: Database,
  actor: Actor,
  { enrollmentId, method, binding }: ChallengeRequest,
): Promise<{ id: string; isChallenge: (challenge: string) => boolean } | null> {
  const newest = await newestChallenge({ customerId: actor.customer.id, enrollmentId, method }, tx);
  const taken = newest === null ? null : await takeTry(tx, newest.id, actor.clock());
  if (taken === null || !isKeyedHash('binding', binding, taken.binding)) return null;
  return {
    id: taken.id,
    isChallenge: (challenge) => isKeyedHash('passkey', `${taken.id}:${challenge}`, taken.codeHash),
  };
}
