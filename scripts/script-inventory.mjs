import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Refusal } from './refusal.mjs';

/** @typedef {{ path: string, sha384: string, bytes: number, purpose: string }} ListedScript */
/**
 * `streaming`: the text of React's own functions that put what came later in the place of its placeholder.
 * @typedef {{ mode: 'demo' | 'production', scripts: ListedScript[], streaming: string[] }} ScriptInventory
 */

/**
 * What Next and React write into a document themselves, each with the document's nonce: data and the order to show it, never
 * code of ours. Anything else between script tags is nobody's (PCI DSS 6.4.3).
 */
const INLINE = [
  {
    purpose: 'the page as data, for React',
    form: /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\((?<data>\[.*\])\);?$/s,
  },
  {
    purpose: 'the scripts to start with, for Next',
    form: /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((?<data>\{[^{}]*\})\);$/,
  },
  {
    purpose: 'the time at which the page was painted, for React',
    form: /^requestAnimationFrame\(function\(\)\{\$RT=performance\.now\(\)\}\);?$/,
  },
];

const REACTS_SERVER = 'node_modules/next/dist/compiled/react-dom/cjs/react-dom-server.node.production.js';
/** A function of React's as its server holds it, in single quotes; the beginning of a call that may follow is left off. */
const REACTS_FUNCTION = /'(\$R(?:B|V|S|X)=(?:[^'\\]|\\.)*?)(?:;?\$R[SX]\(")?'/gs;
/** Calls of them, with nothing but texts. */
const REACTS_CALLS = /^;?(?:\$R[CSX]\("(?:[^"\\]|\\.)*"(?:,"(?:[^"\\]|\\.)*")*\);?)+$/;

/** @param {string} root @returns {Promise<string[]>} */
async function reactsFunctions(root) {
  const source = await readFile(join(root, REACTS_SERVER), 'utf8');
  const texts = [...source.matchAll(REACTS_FUNCTION)].map(([, text]) =>
    JSON.parse(`"${text.replaceAll("\\'", "'").replaceAll('"', '\\"')}"`),
  );
  return [...new Set(texts)];
}

/** @param {string} text @param {string[]} functions whether this is those functions, or some of them, and calls */
function showsWhatCameLater(text, functions) {
  return REACTS_CALLS.test(functions.reduce((rest, known) => rest.replace(known, ''), text));
}

/** @param {string} text @returns {unknown} undefined when it is no JSON */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} source of a script without an address
 * @param {ScriptInventory} inventory
 * @returns {string | undefined} its purpose; undefined: it is none of ours
 */
export function inlinePurpose(source, { scripts, streaming }) {
  const text = source.trim();
  if (showsWhatCameLater(text, streaming)) return 'the place of what came later, for React';
  return INLINE.find(({ form }) => {
    const found = form.exec(text);
    if (found === null || found.groups?.data === undefined) return found !== null;
    const data = parsed(found.groups.data);
    const chunks = data?.otherChunks ?? [];
    return (
      data !== undefined && chunks.every((chunk) => scripts.some(({ path }) => path === `/_next/${chunk}`))
    );
  })?.purpose;
}

/** @param {string | Uint8Array} content @returns {string} as Subresource Integrity writes it */
export const sha384 = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** @param {string} folder @returns {Promise<string[]>} */
async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** @param {string} next the folder `.next` @returns {Promise<Map<string, string[]>>} which pages and layouts ask for which file */
async function askedForBy(next) {
  /** @type {Map<string, string[]>} */
  const asked = new Map();
  const manifests = (await filesBelow(join(next, 'server', 'app'))).filter((file) =>
    file.endsWith('_client-reference-manifest.js'),
  );
  for (const file of manifests) {
    const [, json = '{}'] =
      /^globalThis\.__RSC_MANIFEST\[.*?\] = (\{.*\});?\s*$/ms.exec(await readFile(file, 'utf8')) ?? [];
    for (const [entry, chunks] of Object.entries(JSON.parse(json).entryJSFiles ?? {}))
      for (const chunk of chunks) {
        const name = entry.replace('[project]/', '');
        asked.set(chunk, [...new Set([...(asked.get(chunk) ?? []), name])].sort());
      }
  }
  return asked;
}

/**
 * Every script that a browser can be given by this build: address, SHA-384, and what it is for (PCI DSS 6.4.3; BR-05).
 * @param {string} root of a finished build
 * @param {'demo' | 'production'} mode
 * @returns {Promise<ScriptInventory>}
 */
export async function makeScriptInventory(root, mode) {
  const next = join(root, '.next');
  const build = JSON.parse(await readFile(join(next, 'build-manifest.json'), 'utf8'));
  const asked = await askedForBy(next);
  /** @param {string} file below .next, with slashes */
  const purposeOf = (file) => {
    if (build.rootMainFiles.includes(file)) return 'Next and React, on every page';
    if (build.polyfillFiles.includes(file)) return 'for browsers without modules';
    if (build.lowPriorityFiles.includes(file)) return 'Next: list of routes of its older router, empty here';
    const pages = asked.get(file);
    return pages ? `asked for by ${pages.join(', ')}` : 'loaded on demand by a script of this list';
  };
  const files = (await filesBelow(join(next, 'static'))).filter((file) => file.endsWith('.js'));
  const scripts = await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      const name = relative(next, file).split(sep).join('/');
      const path = `/_next/${name}`;
      return { path, sha384: sha384(content), bytes: content.length, purpose: purposeOf(name) };
    }),
  );
  return { mode, scripts, streaming: await reactsFunctions(root) };
}

/** @param {string} root */
const inventoryPath = (root) => join(root, 'dist', 'scripts.json');

/** Writes the inventory beside the build it describes. @param {string} root @param {'demo' | 'production'} mode */
export async function writeScriptInventory(root, mode) {
  await writeFile(inventoryPath(root), `${JSON.stringify(await makeScriptInventory(root, mode), null, 2)}\n`);
}

/**
 * The inventory of the build in `root`, or the one in `file`.
 * @param {string} root @param {string} [file]
 * @returns {Promise<ScriptInventory>}
 * @throws {Refusal} when there is none
 */
export async function readScriptInventory(root, file = inventoryPath(root)) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new Refusal(`There is no script inventory at ${file}: it is made by a build.`);
  }
}
