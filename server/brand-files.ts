import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { drawBrand } from '@/components/art/drawings';
import { brand } from '@/lib/brand/brand';

const ADDRESS = /^\/brand\/([\w-]{1,32})\/([\w.-]{1,64})(?:\?|$)/;

interface ServedFile {
  type: string;
  plain: Buffer;
  gzip: Buffer;
}

let drawn: { version: string; files: Map<string, ServedFile> } | undefined;

function drawAndPack() {
  const { version, files } = drawBrand(brand());
  const packed = Object.entries(files).map(([name, content]): [string, ServedFile] => [
    name,
    {
      type: name.endsWith('.css') ? 'text/css; charset=utf-8' : 'image/svg+xml',
      plain: Buffer.from(content),
      gzip: gzipSync(content, { level: 9 }),
    },
  ]);
  return { version, files: new Map(packed) };
}

/**
 * Drawings and style sheet of the brand, drawn and packed once and answered before Next, which does not compress what a route says.
 * Inert wherever they are opened (AS-03). Immutable under the address of their content; under any other version the present ones,
 * asked for anew each time, so that a page of another release keeps its colours. Answers true when the request has been answered here.
 */
export function answersWithBrandFile(request: IncomingMessage, response: ServerResponse): boolean {
  const [, version, name = ''] = ADDRESS.exec(request.url ?? '') ?? [];
  if (version === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
  drawn ??= drawAndPack();
  const file = drawn.files.get(name);
  if (file === undefined) return false;
  const packed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const content = packed ? file.gzip : file.plain;
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': content.length,
    ...(packed ? { 'content-encoding': 'gzip' } : {}),
    vary: 'accept-encoding',
    'cache-control': version === drawn.version ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
  response.end(request.method === 'HEAD' ? undefined : content);
  return true;
}
