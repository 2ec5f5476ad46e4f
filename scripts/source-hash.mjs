import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders and files of the root that a build reads. A test fails when a folder of the root is in neither list. */
export const BUILT = ['app', 'components', 'lib', 'messages', 'public', 'sandbox', 'scripts', 'server'];
export const NOT_BUILT = [
  'bench',
  'brands',
  'coverage',
  'dist',
  'docs',
  'e2e',
  'node_modules',
  'test-results',
  'playwright-report',
  'security',
];
export const FILES = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'next.config.js',
  'tailwind.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  // The bank that a portal without a brand file is.
  'brands/partner-bank.json',
  'instrumentation.ts',
  'instrumentation-client.ts',
];

/** Tests, notes and what the system leaves behind change nothing that is built. */
const IRRELEVANT = /\.test\.\w+$|\.md$|\.d\.ts$|^\.|\.tsbuildinfo$/;
/** Of scripts/ only what goes into a bundle, or makes one. */
const RELEVANT_SCRIPT = /^scripts\/([\w-]+\.ts|bundle\.mjs|script-inventory\.mjs|source-hash\.mjs)$/;

/** @param {string} root @param {string} folder relative, with slashes @returns {Promise<string[]>} */
async function filesBelow(root, folder) {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const kept = entries.filter((entry) => !IRRELEVANT.test(entry.name));
  const lists = kept.map((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, path);
    if (!entry.isFile() || (path.startsWith('scripts/') && !RELEVANT_SCRIPT.test(path))) return [];
    return [path];
  });
  return (await Promise.all(lists)).flat();
}

/**
 * SHA-256 (hexadecimal) over the names and contents of everything a build is made from. Reads the folders rather
 * than the repository's index, so that an edit counts before it is committed and no git is needed.
 * @param {string} root the repository
 * @returns {Promise<string>}
 */
export async function sourceHash(root) {
  const below = await Promise.all(BUILT.map((folder) => filesBelow(root, folder)));
  const paths = [...below.flat(), ...FILES].sort();
  const contents = await Promise.all(
    paths.map((path) =>
      readFile(join(root, path)).catch((error) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
    ),
  );
  const hash = createHash('sha256');
  contents.forEach((content, index) => {
    if (content === null) return;
    // Name and length before the bytes: no two different sets of files are the same stream.
    hash.update(`${paths[index]}\0${content.length}\0`).update(content);
  });
  return hash.digest('hex');
}
