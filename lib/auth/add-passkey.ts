import { audit } from '@/lib/audit/audit';
import { database, type Database } from '@/lib/db/client';
import { AppError } from '@/lib/errors/app-error';
import { randomId } from '@/lib/sealing/seal';
import type { Actor } from './actor';
import { closeChallenge } from './challenge.repo';
import { acceptOneTimeCode, CHALLENGE_LIFETIME_MS, resendOneTimeCode } from './one-time-code';
import { checkRegistration, registrationOptions, type NewCredential } from './passkey-ceremony';
import { openChallenge, takeChallenge } from './passkey-challenge';
import type { Registration } from './passkey-response';
import { insertPasskey, passkeysOf } from './passkey.repo';
import { codeVerifiedAt, markCodeVerified } from './session.repo';

/** More than a person has devices. */
export const MAX_PASSKEYS = 10;

/** A code for the account stands for this person in this session: in another one it is worth nothing. */
const bindingOf = (actor: Actor) => JSON.stringify([actor.customer.id, actor.sessionHash, 'add_passkey']);

/** Sends the code that has to be entered before a passkey is added: a password alone must not plant one (RTS art. 24). */
export async function sendAccountCode(actor: Actor): Promise<void> {
  const purpose = { kind: 'passkey' } as const;
  await resendOneTimeCode(actor, { enrollmentId: null, binding: bindingOf(actor), purpose });
}

/** Accepts that code, once; this session may then add passkeys for five minutes. `WRONG_CODE` or `CODE_EXPIRED`. */
export async function enterAccountCode(actor: Actor, code: string): Promise<void> {
  const refusal = await database().transaction(async (tx) => {
    const request = { enrollmentId: null, binding: bindingOf(actor) };
    const accepted = await acceptOneTimeCode(tx, actor, request, code);
    // Not thrown in here: the try that it cost is committed.
    if (accepted instanceof AppError) return accepted;
    await closeChallenge(tx, accepted.id, actor.clock());
    await markCodeVerified(tx, actor.sessionHash, actor.clock());
    await record(tx, actor, 'step_up', null, 'accepted');
    return null;
  });
  if (refusal !== null) throw refusal;
}

/** Whether this session's person entered a right code, for this or for a slip (then under the id before), within the last five minutes. */
export async function isCodeFresh(actor: Actor, db: Database = database()): Promise<boolean> {
  const at = await codeVerifiedAt(actor.sessionHash, db);
  const age = at === null ? Infinity : actor.clock().getTime() - at.getTime();
  return age >= 0 && age < CHALLENGE_LIFETIME_MS;
}

/** Options for the browser to make a passkey with, as JSON text. `STEP_UP_NEEDED` without a fresh code. */
export async function newPasskeyOptions(actor: Actor): Promise<string> {
  if (!(await isCodeFresh(actor))) throw new AppError('STEP_UP_NEEDED');
  const own = await passkeysOf(actor.customer.id);
  if (own.length >= MAX_PASSKEYS) throw new AppError('TOO_MANY_PASSKEYS');
  const challenge = await openChallenge(actor, challengeFor(actor));
  return registrationOptions(challenge, actor.customer, own);
}

const challengeFor = (actor: Actor) =>
  ({ enrollmentId: null, method: 'new_passkey', binding: bindingOf(actor) }) as const;

/**
 * Keeps the passkey that the browser made: for our challenge, on our origin, its person verified, still within the code's five
 * minutes. `STEP_UP_NEEDED`, `TOO_MANY_PASSKEYS` or `PASSKEY_REFUSED`; the challenge is used up either way.
 */
export async function addPasskey(actor: Actor, name: string, response: Registration): Promise<void> {
  const refusal = await database().transaction(async (tx) => {
    if (!(await isCodeFresh(actor, tx))) return new AppError('STEP_UP_NEEDED');
    const taken = await takeChallenge(tx, actor, challengeFor(actor));
    const made = taken === null ? null : await checkRegistration(response, taken.isChallenge);
    if (made === null) {
      await record(tx, actor, 'passkey', null, 'refused');
      return new AppError('PASSKEY_REFUSED');
    }
    return keep(tx, actor, name, made);
  });
  if (refusal !== null) throw refusal;
}

async function keep(tx: Database, actor: Actor, name: string, made: NewCredential): Promise<AppError | null> {
  const id = randomId();
  const row = {
    ...made,
    id,
    customerId: actor.customer.id,
    name,
    createdAt: actor.clock(),
    lastUsedAt: null,
  };
  const outcome = await insertPasskey(tx, row, MAX_PASSKEYS);
  await record(tx, actor, 'passkey', id, outcome);
  if (outcome === 'added') return null;
  return new AppError(outcome === 'full' ? 'TOO_MANY_PASSKEYS' : 'PASSKEY_REFUSED');
}

function record(
  tx: Database,
  actor: Actor,
  action: 'step_up' | 'passkey',
  object: string | null,
  outcome: string,
): Promise<void> {
  const { customer, sessionHash } = actor;
  return audit(tx, { at: actor.clock(), actor: customer.id, sessionHash, action, object, outcome });
}
