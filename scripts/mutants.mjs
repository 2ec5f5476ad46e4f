import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runToEnd } from './child-process.mjs';

/** @typedef {import('../security/guards/guards.mjs').Guard} Guard */
/** @typedef {{ verdict: 'killed' | 'survived' | 'broken', by: string }} Verdict */

/**
 * The sources as they are now, uncommitted work included, in a folder of their own; packages are linked.
 * @param {string} root @returns {Promise<string>}
 */
export async function copySources(root) {
  const copy = await mkdtemp(join(tmpdir(), 'portal-mutants-'));
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const name of names.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(copy, name)), { recursive: true });
    await cp(join(root, name), join(copy, name)).catch((error) => {
      // Deleted, and not committed yet.
      if (error.code !== 'ENOENT') throw error;
    });
  }
  const [from, to] = [join(root, 'node_modules'), join(copy, 'node_modules')];
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'pipe' });
  } catch {
    await rm(to, { recursive: true, force: true });
    await cp(from, to, { recursive: true, verbatimSymlinks: true });
  }
  return copy;
}

/**
 * A text with a guard's edits made, or why that cannot be.
 * @param {Map<string, string>} texts by file @param {Guard} guard
 * @returns {{ texts: Map<string, string> } | { fault: string }}
 */
export function mutated(texts, { edits }) {
  const after = new Map(texts);
  for (const { file, find, replace } of edits) {
    const text = after.get(file);
    const places = text === undefined ? -1 : text.split(find).length - 1;
    if (text === undefined || places !== 1)
      return { fault: `${file}: found ${places < 0 ? 'no file' : `${places} times`}: ${find}` };
    after.set(
      file,
      text.replace(find, () => replace),
    );
  }
  return { texts: after };
}

/** @param {string} root @param {Guard} guard @returns {Promise<Map<string, string>>} the files that it changes */
export async function textsOf(root, { edits }) {
  const files = [...new Set(edits.map(({ file }) => file))];
  const read = (file) => readFile(join(root, file), 'utf8').catch(() => undefined);
  const entries = await Promise.all(files.map(async (file) => [file, await read(file)]));
  return new Map(entries.filter(([, text]) => text !== undefined));
}

/** @param {string} copy @param {Map<string, string>} texts */
async function write(copy, texts) {
  for (const [file, text] of texts) await writeFile(join(copy, file), text);
}

/** @param {string} message */
const isTimeout = (message) => /timed out in \d+ms/.test(message);

/**
 * Runs test files in a copy.
 * @param {string} copy @param {{ tests: string[], only?: string, built?: boolean }} what
 * @returns {Promise<{ failed: string[], passed: number, suites: string[], output: string }>} `suites`: those that could not run
 */
export async function runTests(copy, { tests, only, built = false }) {
  const report = join(copy, 'mutant-report.json');
  await rm(report, { force: true });
  const args = [
    join(copy, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...(built ? ['--config', 'vitest.built.config.ts'] : []),
    ...tests,
    ...(only === undefined ? [] : ['-t', only]),
    // A machine that is busy must not pass for a test that noticed.
    '--testTimeout=180000',
    '--hookTimeout=180000',
    '--reporter=json',
    `--outputFile=${report}`,
  ];
  // PGlite is enough, and a build that was made for somebody else is none.
  const { TEST_DATABASE_URL: _database, BUILT_ROOT: _root, ...env } = process.env;
  const { output } = await runToEnd(process.execPath, args, { cwd: copy, env, quiet: true });
  const read = await readFile(report, 'utf8').catch(() => undefined);
  if (read === undefined) return { failed: [], passed: 0, suites: ['no report'], output };
  const { testResults, numPassedTests } = JSON.parse(read);
  const ran = testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    failed: ran
      .filter(({ status, failureMessages }) => status === 'failed' && !failureMessages.every(isTimeout))
      .map(({ fullName }) => fullName.trim()),
    passed: numPassedTests,
    suites: [
      ...testResults
        .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
        .map(({ name, message }) => `${name}: ${message}`),
      ...ran
        .filter(({ status, failureMessages }) => status === 'failed' && failureMessages.every(isTimeout))
        .map(({ fullName }) => `${fullName}: no answer in time`),
    ],
    output,
  };
}

/**
 * Takes one guard away, runs its tests, and puts it back. A mutant that cannot run proves nothing.
 * @param {string} copy @param {Guard} guard @returns {Promise<Verdict>}
 */
export async function tryMutant(copy, guard) {
  const before = await textsOf(copy, guard);
  const after = mutated(before, guard);
  if ('fault' in after) return { verdict: 'broken', by: after.fault };
  await write(copy, after.texts);
  const { failed, passed, suites, output } = await runTests(copy, guard);
  await write(copy, before);
  if (failed.length > 0) return { verdict: 'killed', by: `${failed[0]} (and ${failed.length - 1} more)` };
  if (suites.length > 0) return { verdict: 'broken', by: `${suites[0]}\n${output.slice(-2_000)}` };
  return passed === 0
    ? { verdict: 'broken', by: 'no test ran' }
    : { verdict: 'survived', by: `${passed} tests passed without it` };
}
