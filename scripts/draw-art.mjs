/** Writes the committed artwork and colour tokens from the brand file: `node scripts/draw-art.mjs`. A test fails when they differ. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = await mkdtemp(join(root, 'node_modules/.draw-art-'));
try {
  const bundle = join(work, 'art.mjs');
  await build({
    stdin: {
      contents: `export { drawings, tokenSheet } from '@/components/art/drawings'; export { brand } from '@/lib/domain/brand';`,
      resolveDir: root,
      loader: 'ts',
    },
    alias: { '@': root },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: bundle,
  });
  const { brand, drawings, tokenSheet } = await import(pathToFileURL(bundle).href);
  const files = Object.entries(drawings(brand)).map(([path, content]) => [join('public', path), content]);
  for (const [path, content] of [...files, ['components/ui/tokens.css', tokenSheet(brand)]]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
    console.log(`${path} ${String(Buffer.byteLength(content))} B`);
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
