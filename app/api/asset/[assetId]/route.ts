import { logoFromCache } from '@/lib/token-requestors/logo';

/**
 * A token requestor's logo, from the cache only. Inert wherever it is opened: right type, no sniffing, no scripts, no
 * navigation (AS-03); immutable, as content never changes under an asset id (spec 4.2).
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/asset/[assetId]'>,
): Promise<Response> {
  const { assetId } = await params;
  const image = /^[A-Za-z0-9-]{1,64}$/.test(assetId) ? await logoFromCache(assetId) : null;
  const dest = request.headers.get('sec-fetch-dest');
  if (image === null || (dest !== null && dest !== 'image' && dest !== 'empty'))
    return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(new Uint8Array(image.bytes), {
    headers: {
      'content-type': image.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'content-disposition': 'inline; filename="logo"',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}
