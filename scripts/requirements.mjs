import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {{ title: string, outcome: 'pass' | 'fail' | 'skip' }} Proof */
/** @typedef {Record<string, { priority: 'P0' | 'P1' | 'P2', means: string }>} Requirements */

const ID = /\b[A-Z]{2}-\d{2}\b/g;

/** @param {any} report vitest's JSON report @returns {Proof[]} */
function proofsOfVitest(report) {
  const outcomes = { passed: 'pass', failed: 'fail' };
  return report.testResults.flatMap((file) =>
    file.assertionResults.map(({ fullName, status }) => ({
      title: fullName,
      outcome: outcomes[status] ?? 'skip',
    })),
  );
}

/** @param {any} suite a suite of Playwright's JSON report @param {string} above titles of the suites around it @returns {Proof[]} */
function proofsOfSuite(suite, above) {
  const path = `${above} ${suite.title}`.trim();
  const own = (suite.specs ?? []).map((spec) => {
    const skipped = spec.tests.every(({ status }) => status === 'skipped');
    return { title: `${path} ${spec.title}`, outcome: skipped ? 'skip' : spec.ok ? 'pass' : 'fail' };
  });
  return [...own, ...(suite.suites ?? []).flatMap((inner) => proofsOfSuite(inner, path))];
}

/**
 * The tests of one report, vitest's or Playwright's.
 * @param {any} report
 * @returns {Proof[]}
 * @throws {Error} when it is neither
 */
export function proofsIn(report) {
  if (Array.isArray(report?.testResults)) return proofsOfVitest(report);
  if (Array.isArray(report?.suites)) return report.suites.flatMap((suite) => proofsOfSuite(suite, ''));
  throw new Error('neither a report of vitest nor one of Playwright');
}

/**
 * Which requirement is proved by which tests. A requirement has failed when one of its tests has; one whose tests were all
 * skipped has no proof.
 * @param {Requirements} requirements
 * @param {Proof[]} proofs
 */
export function trace(requirements, proofs) {
  const byId = new Map(Object.keys(requirements).map((id) => [id, /** @type {Proof[]} */ ([])]));
  const unknown = new Set();
  for (const proof of proofs)
    for (const id of new Set(proof.title.match(ID) ?? [])) {
      const list = byId.get(id);
      if (list) list.push(proof);
      else unknown.add(id);
    }
  const rows = [...byId].map(([id, list]) => {
    const ran = list.filter(({ outcome }) => outcome !== 'skip');
    const failed = ran.filter(({ outcome }) => outcome === 'fail');
    const outcome = ran.length === 0 ? 'none' : failed.length > 0 ? 'fail' : 'pass';
    return { id, ...requirements[id], outcome, tests: list };
  });
  return { rows, unknown: [...unknown].sort() };
}

/** @param {ReturnType<typeof trace>} traced @param {{ titles?: boolean }} [options] @returns {{ text: string, failed: boolean }} */
export function traceText({ rows, unknown }, { titles = false } = {}) {
  const lines = rows.flatMap(({ id, priority, means, outcome, tests }) => [
    `${id}  ${priority}  ${outcome.padEnd(4)}  ${String(tests.length).padStart(3)}  ${means}`,
    ...(titles ? tests.map((test) => `        ${test.outcome}  ${test.title}`) : []),
  ]);
  const count = (priority, outcome) =>
    rows.filter((row) => row.priority === priority && row.outcome === outcome).length;
  const sums = ['P0', 'P1', 'P2'].map(
    (priority) =>
      `${priority}: ${count(priority, 'pass')} proved, ${count(priority, 'fail')} failed, ${count(priority, 'none')} without a test`,
  );
  const strangers = unknown.length > 0 ? [`Named by tests and in no list: ${unknown.join(', ')}`] : [];
  return {
    text: [...lines, '', ...sums, ...strangers].join('\n'),
    failed: rows.some(
      ({ priority, outcome }) => outcome === 'fail' || (priority === 'P0' && outcome === 'none'),
    ),
  };
}

/** Reports of the last `npm test`, or of these files. @param {string} root @param {string[]} files @returns {Promise<Proof[]>} */
export async function readProofs(root, files) {
  const folder = join(root, 'dist', 'reports');
  const names =
    files.length > 0 ? files : (await readdir(folder).catch(() => [])).map((n) => join(folder, n));
  const reports = await Promise.all(names.map(async (name) => JSON.parse(await readFile(name, 'utf8'))));
  return reports.flatMap(proofsIn);
}
