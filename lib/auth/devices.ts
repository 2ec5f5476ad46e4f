import { audit } from '@/lib/audit/audit';
import { config } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import type { DeviceView } from '@/lib/domain/read-models';
import { AppError } from '@/lib/errors/app-error';
import type { Actor } from './actor';
import { deviceName } from './device-name';
import { SESSION_MAX_SECONDS } from './session';
import { endOtherSessions, endSessionByHandle, openSessionsOf } from './session.repo';

/** Where this person is signed in now, this device first, then the one that was active last (ASVS 7.5.2). */
export async function signedInDevices(actor: Actor): Promise<DeviceView[]> {
  const now = actor.clock().getTime();
  const rows = await openSessionsOf(actor.customer.id, {
    activeSince: new Date(now - config().sessionIdleMinutes * 60_000),
    begunSince: new Date(now - SESSION_MAX_SECONDS * 1000),
  });
  return rows
    .map((row) => ({
      handle: row.handle,
      ...deviceName(row.userAgent),
      signedInAt: row.createdAt.toISOString(),
      lastActiveAt: row.lastActiveAt.toISOString(),
      current: row.idHash === actor.sessionHash,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current) || b.lastActiveAt.localeCompare(a.lastActiveAt));
}

/**
 * Ends one sign-in of this person; what its browser does next is refused. A handle that is another person's, has ended or was
 * never given out is `NOT_FOUND` by the same statement (AZ-02).
 */
export async function signOutDevice(actor: Actor, handle: string): Promise<void> {
  const ended = await end(actor, (tx, now) => endSessionByHandle(tx, actor.customer.id, handle, now));
  if (ended === 0) throw new AppError('NOT_FOUND');
}

/** Ends every sign-in of this person but the one that asks; answers how many. */
export async function signOutOtherDevices(actor: Actor): Promise<number> {
  return end(actor, (tx, now) => endOtherSessions(tx, actor.customer.id, actor.sessionHash, now));
}

async function end(
  actor: Actor,
  work: (tx: Parameters<typeof audit>[0], now: Date) => Promise<string[]>,
): Promise<number> {
  const now = actor.clock();
  return database().transaction(async (tx) => {
    const ended = await work(tx, now);
    for (const idHash of ended) {
      await audit(tx, {
        at: now,
        actor: actor.customer.id,
        sessionHash: actor.sessionHash,
        action: 'session_end',
        object: idHash,
        outcome: 'revoked',
      });
    }
    return ended.length;
  });
}
