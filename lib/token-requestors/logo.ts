import { mdes } from '@/lib/mdes/mdes';
import { cacheAsset, cachedAsset, isKnownAsset } from './cache.repo';
import { inertImage, type InertImage } from './inert-image';

/** Content is immutable per asset id (spec 4.2), so a picture is kept; that there was none is believed for an hour. */
const RETRY_MISSING_MS = 60 * 60_000;
/** On globalThis: pages and routes are bundles of their own in one process, and the route waits for what a page began. */
const KEY = Symbol.for('issuer-portal.logos-underway');
const registry = globalThis as { [KEY]?: Map<string, Promise<InertImage | null>> };
const underway = (registry[KEY] ??= new Map());

/** How long the route waits for a logo that another process is fetching. */
const PATIENCE_MS = 2_000;
const LOOK_EVERY_MS = 100;

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

/**
 * A logo from the cache, waiting a little for one that is on its way, here or in another process; never asks MDES, least of all
 * for an id that a browser made up (decisions 10).
 */
export async function logoFromCache(assetId: string): Promise<InertImage | null> {
  const running = underway.get(assetId);
  if (running) return running;
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const cached = await cachedAsset(assetId);
    if (cached) return cached.bytes === null ? null : inertImage(cached.bytes);
    if (Date.now() > deadline || !(await isKnownAsset(assetId))) return null;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
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
