import { and, asc, eq, gt, ne } from 'drizzle-orm';
import { database } from '@/lib/db/client';
import { cards } from '@/lib/db/schema';
import { keyedHash, keyId, seal, unseal } from '@/lib/sealing/seal';
import { panPlace } from './database-adapter';

const BATCH = 200;

/** Ids of the data keys with which PANs are sealed. */
export async function cardKeyIds(): Promise<string[]> {
  const rows = await database().selectDistinct({ id: cards.panKeyId }).from(cards);
  return rows.map(({ id }) => id);
}

/**
 * Seals every PAN anew under the current key, with its look-up hash, card by card. Each card is one statement, so that a run that
 * was cut short is taken up by the next one; a card that changed meanwhile is left to it too.
 * @param onCard called after each card, with how many are done
 * @returns how many were sealed anew
 */
export async function resealCards(onCard: (done: number) => void = () => undefined): Promise<number> {
  const current = keyId();
  let done = 0;
  for (let after = ''; ;) {
    const rows = await database()
      .select({ id: cards.id, sealed: cards.panSealed, panKeyId: cards.panKeyId })
      .from(cards)
      .where(and(ne(cards.panKeyId, current), gt(cards.id, after)))
      .orderBy(asc(cards.id))
      .limit(BATCH);
    for (const { id, sealed, panKeyId } of rows) {
      const digits = unseal(sealed, panPlace(id));
      const changed = await database()
        .update(cards)
        .set({
          panSealed: seal(digits, panPlace(id)),
          panKeyId: current,
          panLookup: keyedHash('pan', digits),
        })
        .where(and(eq(cards.id, id), eq(cards.panKeyId, panKeyId)))
        .returning({ id: cards.id });
      if (changed.length > 0) onCard((done += 1));
      after = id;
    }
    if (rows.length < BATCH) return done;
  }
}
