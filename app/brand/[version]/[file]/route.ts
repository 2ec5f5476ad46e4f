import { drawnBrand } from '@/app/drawn-brand';

/**
 * A drawing or the style sheet of the brand, inert wherever it is opened (AS-03). Immutable under the address of its content; under
 * any other version the present one, asked for anew each time, so that a page of the process before this one keeps its colours.
 */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/brand/[version]/[file]'>,
): Promise<Response> {
  const { version, file } = await params;
  const { files, version: present } = drawnBrand();
  const content = Object.hasOwn(files, file) ? files[file] : undefined;
  if (content === undefined)
    return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(content, {
    headers: {
      'content-type': file.endsWith('.css') ? 'text/css; charset=utf-8' : 'image/svg+xml',
      'cache-control': version === present ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}
