import { asc, eq } from 'drizzle-orm';
import { database } from '@/lib/db/client';
import { consents, sessions } from '@/lib/db/schema';

/** Sessions of a customer as they are told about them: nothing that identifies a cookie. */
export async function sessionsOf(customerId: string) {
  return database()
    .select({
      createdAt: sessions.createdAt,
      lastActiveAt: sessions.lastActiveAt,
      endedAt: sessions.endedAt,
      endReason: sessions.endReason,
      userAgent: sessions.userAgent,
      address: sessions.address,
    })
    .from(sessions)
    .where(eq(sessions.customerId, customerId))
    .orderBy(asc(sessions.createdAt));
}

/** Everything this customer agreed to, oldest first. */
export async function consentsOf(customerId: string) {
  return database()
    .select()
    .from(consents)
    .where(eq(consents.customerId, customerId))
    .orderBy(asc(consents.at));
}
