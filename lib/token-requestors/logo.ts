import { mdes } from '@/lib/mdes/mdes';
import { cacheAsset, cachedAsset } from './cache.repo';
import { inertImage, type InertImage } from './inert-image';

/** Content is immutable per asset id (spec 4.2), so a picture is kept; that there was none is believed for an hour. */
const RETRY_MISSING_MS = 60 * 60_000;
const underway = new Map<string, Promise<InertImage | null>>();

/** Fetches a logo into the cache unless it is there; one call at a time for each id. Never throws: no logo is no failure. */
export function ensureLogo(assetId: string): Promise<InertImage | null> {
  const running = underway.get(assetId);
  if (running) return running;
  const job = load(assetId)
    .catch(() => null)
    .finally(() => underway.delete(assetId));
  underway.set(assetId, job);
  return job;
}

/** A logo from the cache, waiting for one that is on its way; never asks MDES for an id that a browser made up (decisions 10). */
export async function logoFromCache(assetId: string): Promise<InertImage | null> {
  const running = underway.get(assetId);
  if (running) return running;
  const cached = await cachedAsset(assetId);
  return cached?.bytes ? inertImage(cached.bytes) : null;
}

async function load(assetId: string): Promise<InertImage | null> {
  const cached = await cachedAsset(assetId);
  if (cached?.bytes) return inertImage(cached.bytes);
  if (cached && Date.now() - cached.fetchedAt.getTime() < RETRY_MISSING_MS) return null;
  const answer = await mdes().getAsset({ assetId });
  if (!answer.ok && answer.error.kind !== 'rejected' && answer.error.kind !== 'malformed') return null;
  const images = answer.ok
    ? answer.value.map((content) => inertImage(content.data)).filter((image) => image !== null)
    : [];
  const image = images.find((candidate) => candidate.type === 'image/svg+xml') ?? images[0] ?? null;
  await cacheAsset(assetId, {
    type: image?.type ?? null,
    bytes: image?.bytes ?? null,
    fetchedAt: new Date(),
  });
  return image;
}
