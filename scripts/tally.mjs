import { readFile } from 'node:fs/promises';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @param {string} path @returns {Promise<any>} undefined when the runner ended before it wrote a report */
async function readReport(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * A runner that says that it failed has a failure, even where no test of its own failed (a file that does not load, an
 * error outside of any test); and one that ran nothing has proved nothing.
 * @param {Tally} tally @param {number} exitCode @returns {Tally}
 */
function truthful(tally, exitCode) {
  const silent = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  return silent ? { ...tally, failed: 1 } : tally;
}

/** @param {boolean} ok a check that counts as one @returns {Tally} */
export const tallyOfCheck = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** @param {string} path vitest's JSON report @param {number} exitCode @returns {Promise<Tally>} */
export async function tallyOfUnitTests(path, exitCode) {
  const report = await readReport(path);
  const tally = {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
  return truthful(tally, exitCode);
}

/** @param {string} path Playwright's JSON report @param {number} exitCode @returns {Promise<Tally>} */
export async function tallyOfJourneys(path, exitCode) {
  const stats = (await readReport(path))?.stats;
  const tally = {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  };
  return truthful(tally, exitCode);
}

/**
 * The table, and one plain line over all runners as the last.
 * @param {{ name: string, tally: Tally, seconds: number }[]} results
 * @returns {{ text: string, failed: number }}
 */
export function summary(results) {
  const width = Math.max(...results.map(({ name }) => name.length));
  const rows = results.map(({ name, tally, seconds }) => {
    const counts = [`${tally.passed} passed`, `${tally.failed} failed`];
    if (tally.skipped > 0) counts.push(`${tally.skipped} skipped`);
    const mark = tally.failed === 0 ? 'ok  ' : 'FAIL';
    return `${mark}  ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s  ${counts.join(', ')}`;
  });
  const sum = (key) => results.reduce((total, { tally }) => total + tally[key], 0);
  const failed = sum('failed');
  return { text: `\n${rows.join('\n')}\n\n${sum('passed')} passed, ${failed} failed`, failed };
}
