import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const PACKINGS = {
  '.br': promisify(zlib.brotliCompress),
  '.gz': promisify((content, done) => zlib.gzip(content, { level: 9 }, done)),
};

/**
 * Packs scripts and style sheets as small as they get, once while building instead of anew for each request: into
 * `dist/static/`, under the addresses at which `server/main.ts` serves them.
 * @param {string} root
 */
export async function packStatic(root) {
  const [from, to] = [join(root, '.next', 'static'), join(root, 'dist', 'static')];
  await rm(to, { recursive: true, force: true });
  const names = (await readdir(from, { recursive: true })).filter((name) => /\.(?:js|css)$/.test(name));
  const pack = async (name) => {
    const content = await readFile(join(from, name));
    const target = join(to, '_next', 'static', name);
    await mkdir(dirname(target), { recursive: true });
    await Promise.all(
      Object.entries(PACKINGS).map(async ([ending, packing]) =>
        writeFile(`${target}${ending}`, await packing(content)),
      ),
    );
  };
  await Promise.all(names.map(pack));
}
