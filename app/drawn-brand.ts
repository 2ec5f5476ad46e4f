import { gzipSync } from 'node:zlib';
import { drawBrand } from '@/components/art/drawings';
import { brand } from '@/lib/brand/brand';

interface ServedFile {
  type: string;
  plain: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer>;
}

let served: { version: string; files: Map<string, ServedFile> } | undefined;

/** The brand of this portal, drawn and packed once in this process. */
export function servedBrand(): { version: string; files: Map<string, ServedFile> } {
  return (served ??= pack());
}

function pack() {
  const { version, files } = drawBrand(brand());
  const packed = Object.entries(files).map(([name, content]): [string, ServedFile] => [
    name,
    {
      type: name.endsWith('.css') ? 'text/css; charset=utf-8' : 'image/svg+xml',
      plain: new Uint8Array(Buffer.from(content)),
      gzip: new Uint8Array(gzipSync(content, { level: 9 })),
    },
  ]);
  return { version, files: new Map(packed) };
}

/** Where a file of it lies: an address of its content, so that a browser asks once. */
export const brandHref = (file: string): string => `/brand/${servedBrand().version}/${file}`;
