import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** V8's explicit compile hint, read only as the first line of a file; any other engine sees a comment. */
export const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Asks the browser to compile our scripts whole while they arrive, beside the main thread. Left to itself it compiles each function
 * when it is first called, and a page starts with all of them: a quarter of a second on a slow telephone (docs/performance.md).
 * @param {string} root
 */
export async function compileAhead(root) {
  const folder = join(root, '.next', 'static', 'chunks');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const hint = async (name) => {
    const path = join(folder, name);
    const script = await readFile(path, 'utf8');
    if (!script.startsWith(HINT)) await writeFile(path, HINT + script);
  };
  await Promise.all(names.map(hint));
}
