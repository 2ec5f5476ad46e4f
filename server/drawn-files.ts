import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { drawBrand } from '@/components/art/drawings';
import { sealDrawing } from '@/components/art/seal-geometry';
import { brand } from '@/lib/brand/brand';
import { REFERENCE } from '@/lib/domain/reference';

const BRAND = /^\/brand\/([\w-]{1,32})\/([\w.-]{1,64})(?:\?|$)/;
const SEAL = new RegExp(`^/seal/(${REFERENCE})\\.svg(?:\\?|$)`);
const FOR_EVER = 'public, max-age=31536000, immutable';

interface PackedFile {
  type: string;
  plain: Buffer;
  gzip: Buffer;
}

const pack = (type: string, content: string): PackedFile => ({
  type,
  plain: Buffer.from(content),
  gzip: gzipSync(content, { level: 9 }),
});

let drawn: { version: string; files: Map<string, PackedFile> } | undefined;

function drawAndPack() {
  const { version, files } = drawBrand(brand());
  const packed = Object.entries(files).map(([name, content]): [string, PackedFile] => [
    name,
    pack(name.endsWith('.css') ? 'text/css; charset=utf-8' : 'image/svg+xml', content),
  ]);
  return { version, files: new Map(packed) };
}

/**
 * Immutable under the address of their content; under any other version the present ones, asked for anew each time, so that a page
 * of another release keeps its colours.
 */
function brandFile(target: string) {
  const [, version, name = ''] = BRAND.exec(target) ?? [];
  if (version === undefined) return undefined;
  drawn ??= drawAndPack();
  const file = drawn.files.get(name);
  return file && { file, caching: version === drawn.version ? FOR_EVER : 'no-cache' };
}

/** A millisecond's work, and a browser asks once for each: not worth keeping here. */
function sealFile(target: string) {
  const [, reference] = SEAL.exec(target) ?? [];
  return reference === undefined
    ? undefined
    : { file: pack('image/svg+xml', sealDrawing(reference)), caching: FOR_EVER };
}

/**
 * Drawings and style sheet of the brand, and the line-work of seals: drawn here and answered before Next, which does not compress
 * what a route says. Inert wherever they are opened (AS-03). Answers true when the request has been answered here.
 */
export function answersWithDrawing(request: IncomingMessage, response: ServerResponse): boolean {
  const target = request.url ?? '';
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const found = brandFile(target) ?? sealFile(target);
  if (found === undefined) return false;
  const { file, caching } = found;
  const packed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const content = packed ? file.gzip : file.plain;
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': content.length,
    ...(packed ? { 'content-encoding': 'gzip' } : {}),
    vary: 'accept-encoding',
    'cache-control': caching,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
  response.end(request.method === 'HEAD' ? undefined : content);
  return true;
}
