import { eq, sql } from 'drizzle-orm';
import { database } from '@/lib/db/client';
import { assetCache, tokenRequestorCache } from '@/lib/db/schema';
import type { TokenRequestor } from '@/lib/token-connect/client';

export async function cachedTokenRequestors(
  rangesHash: string,
): Promise<{ requestors: TokenRequestor[]; fetchedAt: Date } | null> {
  const [row] = await database()
    .select()
    .from(tokenRequestorCache)
    .where(eq(tokenRequestorCache.rangesHash, rangesHash));
  return row ? { requestors: row.answer as TokenRequestor[], fetchedAt: row.fetchedAt } : null;
}

/** A partner's text may hold what neither database stores: a NUL inside jsonb is refused (AS-01). */
function storable<T>(value: T): T {
  const clean = (_name: string, member: unknown) =>
    typeof member === 'string' ? member.replaceAll('\0', '') : member;
  return JSON.parse(JSON.stringify(value, clean)) as T;
}

export async function cacheTokenRequestors(
  rangesHash: string,
  requestors: TokenRequestor[],
  fetchedAt: Date,
): Promise<void> {
  const answer = storable(requestors);
  await database()
    .insert(tokenRequestorCache)
    .values({ rangesHash, answer, fetchedAt })
    .onConflictDoUpdate({ target: tokenRequestorCache.rangesHash, set: { answer, fetchedAt } });
}

export interface CachedAsset {
  type: string | null;
  bytes: Buffer | null;
  fetchedAt: Date;
}

export async function cachedAsset(assetId: string): Promise<CachedAsset | null> {
  const [row] = await database().select().from(assetCache).where(eq(assetCache.assetId, assetId));
  return row ? { type: row.type, bytes: row.bytes, fetchedAt: row.fetchedAt } : null;
}

export async function cacheAsset(assetId: string, asset: CachedAsset): Promise<void> {
  await database()
    .insert(assetCache)
    .values({ assetId, ...asset })
    .onConflictDoUpdate({ target: assetCache.assetId, set: asset });
}

/** True when a token requestor that MDES named to us carries this asset id. */
export async function isKnownAsset(assetId: string): Promise<boolean> {
  const holder = JSON.stringify([{ imageAssetId: assetId }]);
  const rows = await database()
    .select({ hash: tokenRequestorCache.rangesHash })
    .from(tokenRequestorCache)
    .where(sql`${tokenRequestorCache.answer} @> ${holder}::jsonb`)
    .limit(1);
  return rows.length > 0;
}
