import { decode, encode } from 'next-auth/jwt';
import { audit } from '@/lib/audit/audit';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import type { SessionEnd } from '@/lib/db/schema';
import { randomId, seal, sha256, unseal } from '@/lib/sealing/seal';
import {
  endSession,
  findIdToken,
  findOpenSession,
  insertSession,
  replaceOpenSession,
  touchSession,
  type SessionRow,
} from './session.repo';

/** A sign-in lasts twelve hours at most, whatever the person does (NIST AAL2; AU-04). Seconds. */
export const SESSION_MAX_SECONDS = 12 * 60 * 60;
/** Writing "still here" more often than this would be work for nothing. */
const TOUCH_EVERY_MS = 15_000;

/** `__Host-` needs Secure; plain http exists only in demo mode on this machine (decisions 9). */
export function sessionCookie(): {
  name: string;
  options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean };
} {
  const secure = config().origin.startsWith('https:');
  return {
    name: secure ? '__Host-session' : 'session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  };
}

const idTokenPlace = (handle: string) => `sessions.id_token_sealed:${handle}`;

/**
 * Inserts the session's row and answers the cookie's value: a JWT of next-auth that holds the session id and nothing else.
 * @param idToken of the bank's identity provider, where that signed the person in
 */
export async function startSession(
  customer: { id: string; clockOffsetMs: number },
  client: { address: string | null; userAgent: string | null },
  idToken?: string,
): Promise<string> {
  const now = new Date(Date.now() + customer.clockOffsetMs);
  const sessionId = randomId();
  const idHash = sha256(sessionId);
  const handle = randomId();
  await database().transaction(async (tx) => {
    await insertSession(tx, {
      idHash,
      customerId: customer.id,
      createdAt: now,
      lastActiveAt: now,
      userAgent: client.userAgent?.slice(0, 200) ?? null,
      address: client.address,
      handle,
      idTokenSealed: idToken === undefined ? null : seal(idToken, idTokenPlace(handle)),
    });
    await audit(tx, {
      at: now,
      actor: customer.id,
      sessionHash: idHash,
      action: 'sign_in',
      outcome: 'ok',
      address: client.address,
    });
  });
  return sessionToken(sessionId);
}

/** The same value for next-auth's own route, which encodes through its callback. */
export function sessionToken(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: config().authSecret, maxAge: SESSION_MAX_SECONDS });
}

/** Session id inside a cookie's value, or null when it is not ours. */
export async function sessionIdOf(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  const token = await decode({ token: cookie, secret: config().authSecret }).catch(() => null);
  return typeof token?.['sid'] === 'string' ? token['sid'] : null;
}

export interface OpenSession extends SessionRow {
  /** The customer's time: real time, or a demo world's. */
  clock: () => Date;
  /** Seconds until the session ends if nobody acts. */
  endsInSeconds: number;
}

/**
 * The open session of a cookie, or null. Ends it when it has been idle or lasted too long. `activity` says whether this
 * request is an act of the person: polls and refreshes in the background pass false and extend nothing (AU-04).
 */
export async function openSession(
  cookie: string | undefined,
  activity: boolean,
): Promise<OpenSession | null> {
  const sessionId = await sessionIdOf(cookie);
  if (sessionId === null) return null;
  const row = await findOpenSession(sha256(sessionId));
  if (row === null) return null;
  const clock = () => new Date(Date.now() + row.clockOffsetMs);
  const now = clock();
  const idleMs = config().sessionIdleMinutes * 60_000;
  const tooOld = now.getTime() - row.createdAt.getTime() > SESSION_MAX_SECONDS * 1000;
  if (tooOld || now.getTime() - row.lastActiveAt.getTime() > idleMs) {
    await finishSession(row.idHash, row.customerId, tooOld ? 'too_old' : 'idle', now);
    return null;
  }
  const touched = activity && now.getTime() - row.lastActiveAt.getTime() > TOUCH_EVERY_MS;
  if (touched) await touchSession(row.idHash, now);
  const idleSince = touched ? now.getTime() : row.lastActiveAt.getTime();
  const endsAt = Math.min(idleSince + idleMs, row.createdAt.getTime() + SESSION_MAX_SECONDS * 1000);
  return { ...row, clock, endsInSeconds: Math.max(0, Math.floor((endsAt - now.getTime()) / 1000)) };
}

/**
 * Gives an open session another id: the old cookie is dead at once, the new one is answered (AU-02). The twelve hours go on
 * from the sign-in. Null when the session is not open any more, since another request of the same browser was first.
 * @param options.codeVerified the person has just entered a right code: known of the new id alone, so that a copy of the old cookie
 *   has no part in it
 */
export async function replaceSession(
  idHash: string,
  customerId: string,
  now: Date,
  { codeVerified }: { codeVerified: boolean } = { codeVerified: false },
): Promise<string | null> {
  const sessionId = randomId();
  const newHash = sha256(sessionId);
  const replaced = await database().transaction(async (tx) => {
    if (!(await replaceOpenSession(tx, customerId, idHash, { idHash: newHash, now, codeVerified })))
      return false;
    await audit(tx, {
      at: now,
      actor: customerId,
      sessionHash: newHash,
      action: 'session_renewed',
      object: idHash,
      outcome: 'replaced',
    });
    return true;
  });
  return replaced ? sessionToken(sessionId) : null;
}

/** The ID token with which this session began, to end the one at the provider too; null without, or when its data key is gone. */
export async function idTokenOf(idHash: string): Promise<string | null> {
  const found = await findIdToken(idHash);
  try {
    return found === null ? null : unseal(found.sealed, idTokenPlace(found.handle));
  } catch {
    return null;
  }
}

/** Ends a session and records it, once. */
export async function finishSession(
  idHash: string,
  customerId: string,
  reason: SessionEnd,
  now: Date,
): Promise<void> {
  await database().transaction(async (tx) => {
    if (await endSession(tx, idHash, reason, now)) {
      await audit(tx, {
        at: now,
        actor: customerId,
        sessionHash: idHash,
        action: reason === 'signed_out' ? 'sign_out' : 'session_end',
        outcome: reason,
      });
    }
  });
}
