import { InvalidInputError, type Result } from './errors';
import { readErrorsOn200 } from './read-answer';
import type { Exchange } from './transport';
import { assetResponseSchema } from './wire';

/** One rendering of a logo. SVG and HTML come from outside: show them only as an inert image (spec section 4.2). */
export interface MediaContent {
  /** Media type, e.g. `image/png`, `image/svg+xml`. */
  type: string;
  data: Buffer;
  /** Pixels; absent for vectors. */
  width?: number;
  height?: number;
}

/**
 * The renderings of one asset; immutable per id, so that they may be kept for ever (spec section 4.2).
 * @param requestId for the logs only: this operation has none on the wire.
 */
export async function getAsset(
  exchange: Exchange,
  input: { assetId: string },
  requestId: string,
): Promise<Result<MediaContent[]>> {
  // It becomes part of the path, and base string and path must not differ in their escapes.
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(input.assetId)) throw new InvalidInputError('assetId');
  return exchange({
    operation: 'getAsset',
    requestId,
    method: 'GET',
    path: `/issuer-assets/1/0/asset/tokenrequestor/${input.assetId}`,
    body: null,
    secrets: [],
    read: readAsset,
  });
}

function readAsset(json: unknown) {
  const refusal = readErrorsOn200(json);
  if (refusal) return { ok: false as const, failure: refusal };
  const parsed = assetResponseSchema.safeParse(json);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    return { ok: false as const, failure: { kind: 'malformed' as const, detail: `unexpected at ${where}` } };
  }
  const value = parsed.data.mediaContents.map((media): MediaContent => ({
    type: media.type,
    data: Buffer.from(media.data, 'base64'),
    ...(media.width === undefined ? {} : { width: media.width }),
    ...(media.height === undefined ? {} : { height: media.height }),
  }));
  return { ok: true as const, value };
}
