import { and, eq, gte, isNull, ne, type SQL } from 'drizzle-orm';
import { database, type Database } from '@/lib/db/client';
import { customers, sessions, type SessionEnd } from '@/lib/db/schema';

export interface SessionRow {
  idHash: string;
  customerId: string;
  createdAt: Date;
  lastActiveAt: Date;
  /** Milliseconds by which a demo world's clock is ahead; 0 in production. */
  clockOffsetMs: number;
}

/** Customer's row for a sign-in; `clockOffsetMs` as above. */
export async function findByUsername(
  username: string,
): Promise<{ id: string; passwordHash: string | null; clockOffsetMs: number } | null> {
  const [row] = await database()
    .select({
      id: customers.id,
      passwordHash: customers.passwordHash,
      clockOffsetMs: customers.clockOffsetMs,
    })
    .from(customers)
    .where(eq(customers.username, username));
  return row ?? null;
}

/** Customer's row for a sign-in at the bank's identity provider (decisions 11). */
export async function findByOidcSubject(
  subject: string,
): Promise<{ id: string; clockOffsetMs: number } | null> {
  const [row] = await database()
    .select({ id: customers.id, clockOffsetMs: customers.clockOffsetMs })
    .from(customers)
    .where(eq(customers.oidcSubject, subject));
  return row ?? null;
}

export async function insertSession(tx: Database, row: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(row);
}

/** A session that has not ended; limits are judged by the caller, who knows the clock. */
export async function findOpenSession(idHash: string): Promise<SessionRow | null> {
  const [row] = await database()
    .select({
      idHash: sessions.idHash,
      customerId: sessions.customerId,
      createdAt: sessions.createdAt,
      lastActiveAt: sessions.lastActiveAt,
      clockOffsetMs: customers.clockOffsetMs,
    })
    .from(sessions)
    .innerJoin(customers, eq(customers.id, sessions.customerId))
    .where(and(eq(sessions.idHash, idHash), isNull(sessions.endedAt)));
  return row ?? null;
}

/** The ID token of a sign-in at the identity provider, still sealed; null for a password's session. */
export async function findIdToken(idHash: string): Promise<{ sealed: Buffer; handle: string } | null> {
  const [row] = await database()
    .select({ sealed: sessions.idTokenSealed, handle: sessions.handle })
    .from(sessions)
    .where(eq(sessions.idHash, idHash));
  return row?.sealed ? { sealed: row.sealed, handle: row.handle } : null;
}

export async function touchSession(idHash: string, now: Date): Promise<void> {
  await database()
    .update(sessions)
    .set({ lastActiveAt: now })
    .where(and(eq(sessions.idHash, idHash), isNull(sessions.endedAt)));
}

/** Ends a session once; true when this call did it. */
export async function endSession(
  tx: Database,
  idHash: string,
  reason: SessionEnd,
  now: Date,
): Promise<boolean> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now, endReason: reason, idTokenSealed: null })
    .where(and(eq(sessions.idHash, idHash), isNull(sessions.endedAt)))
    .returning({ idHash: sessions.idHash });
  return ended.length > 0;
}

/**
 * Locks this customer until the transaction ends. Replacing and revoking sessions wait for each other, so that what is being replaced
 * is not passed over by a revocation; codes that are asked for at the same time are counted one by one.
 */
export async function lockCustomer(tx: Database, customerId: string): Promise<void> {
  await tx
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.id, customerId))
    .for('no key update');
}

/**
 * Puts a new id in the place of an old one, in one transaction with its caller's: the same sign-in (handle, beginning, browser),
 * another cookie. False when the old one is not open any more.
 */
export async function replaceOpenSession(
  tx: Database,
  customerId: string,
  oldHash: string,
  fresh: { idHash: string; now: Date; codeVerified: boolean },
): Promise<boolean> {
  await lockCustomer(tx, customerId);
  const [old] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.idHash, oldHash), isNull(sessions.endedAt)))
    .for('update');
  if (old === undefined) return false;
  const { idHash, now, codeVerified } = fresh;
  await endSession(tx, oldHash, 'replaced', now);
  const codeVerifiedAt = codeVerified ? now : old.codeVerifiedAt;
  await insertSession(tx, { ...old, idHash, codeVerifiedAt, lastActiveAt: now });
  return true;
}

/** This customer's sessions that have not ended and are within both limits. */
export async function openSessionsOf(
  customerId: string,
  limits: { activeSince: Date; begunSince: Date },
): Promise<
  Pick<typeof sessions.$inferSelect, 'idHash' | 'handle' | 'userAgent' | 'createdAt' | 'lastActiveAt'>[]
> {
  return database()
    .select({
      idHash: sessions.idHash,
      handle: sessions.handle,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastActiveAt: sessions.lastActiveAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.customerId, customerId),
        isNull(sessions.endedAt),
        gte(sessions.lastActiveAt, limits.activeSince),
        gte(sessions.createdAt, limits.begunSince),
      ),
    );
}

/** Ends the open session that this customer knows by this handle; answers its id's hash, or nothing. */
export async function endSessionByHandle(
  tx: Database,
  customerId: string,
  handle: string,
  now: Date,
): Promise<string[]> {
  return revoke(tx, customerId, eq(sessions.handle, handle), now);
}

/** Ends every open session of this customer but one; answers their ids' hashes. */
export async function endOtherSessions(
  tx: Database,
  customerId: string,
  keptHash: string,
  now: Date,
): Promise<string[]> {
  return revoke(tx, customerId, ne(sessions.idHash, keptHash), now);
}

async function revoke(tx: Database, customerId: string, which: SQL, now: Date): Promise<string[]> {
  await lockCustomer(tx, customerId);
  const rows = await tx
    .update(sessions)
    .set({ endedAt: now, endReason: 'revoked', idTokenSealed: null })
    .where(and(eq(sessions.customerId, customerId), isNull(sessions.endedAt), which))
    .returning({ idHash: sessions.idHash });
  return rows.map(({ idHash }) => idHash);
}

/** The person of this session has just entered a code that we sent: for a few minutes they may add a passkey. */
export async function markCodeVerified(tx: Database, idHash: string, now: Date): Promise<void> {
  await tx.update(sessions).set({ codeVerifiedAt: now }).where(eq(sessions.idHash, idHash));
}

/** When the person of this open session last entered a right code; null: never in it. */
export async function codeVerifiedAt(idHash: string, db: Database = database()): Promise<Date | null> {
  const [row] = await db
    .select({ at: sessions.codeVerifiedAt })
    .from(sessions)
    .where(and(eq(sessions.idHash, idHash), isNull(sessions.endedAt)));
  return row?.at ?? null;
}
