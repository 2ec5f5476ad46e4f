import { servedBrand } from '@/app/drawn-brand';

/**
 * A drawing or the style sheet of the brand, inert wherever it is opened (AS-03). Immutable under the address of its content; under
 * any other version the present one, asked for anew each time, so that a page of the process before this one keeps its colours.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/brand/[version]/[file]'>,
): Promise<Response> {
  const { version, file } = await params;
  const { files, version: present } = servedBrand();
  const found = files.get(file);
  if (found === undefined)
    return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  const packed = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  return new Response(packed ? found.gzip : found.plain, {
    headers: {
      'content-type': found.type,
      ...(packed ? { 'content-encoding': 'gzip' } : {}),
      vary: 'accept-encoding',
      'cache-control': version === present ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}
