import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build-project.mjs';
import { exitOnSignals, runToEnd } from './child-process.mjs';
import { checkImportRules } from './import-rules.mjs';
import { ensureInstalled } from './install.mjs';
import { runJourneys } from './journeys.mjs';
import { projectRoot } from './project-root.mjs';
import { summary, tallyOfCheck, tallyOfJourneys, tallyOfUnitTests } from './tally.mjs';
import { testPostgres } from './test-postgres.mjs';

const BIN = {
  eslint: 'eslint/bin/eslint.js',
  knip: 'knip/bin/knip.js',
  next: 'next/dist/bin/next',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
};

/** @param {keyof typeof BIN} tool @param {string[]} args @param {NodeJS.ProcessEnv} [extra] @returns {Promise<number>} exit code */
async function run(tool, args, extra = {}) {
  const cli = join(projectRoot, 'node_modules', BIN[tool]);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...extra };
  return (await runToEnd(process.execPath, [cli, ...args], { cwd: projectRoot, env })).code;
}

/** @param {Promise<number>} code */
const check = async (code) => tallyOfCheck((await code) === 0);

/** Typed routes and page props are generated from app/, so that comes before the compiler. */
async function types() {
  const generated = await run('next', ['typegen'], { APP_MODE: 'demo' });
  return generated || run('tsc', ['--noEmit']);
}

/** @param {string} reports */
async function unitTests(reports) {
  const postgres = await testPostgres(process.env);
  const report = join(reports, 'unit.json');
  try {
    const extra = postgres.url === undefined ? {} : { TEST_DATABASE_URL: postgres.url };
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    return await tallyOfUnitTests(report, await run('vitest', args, extra));
  } finally {
    await postgres.stop();
  }
}

/** A production build of its own, started and attacked as a stranger would: `npm run built` alone. @param {string} reports */
async function builtTests(reports) {
  const report = join(reports, 'built.json');
  const args = ['run', '--config', 'vitest.built.config.ts', '--reporter=default', '--reporter=json'];
  return await tallyOfUnitTests(report, await run('vitest', [...args, `--outputFile.json=${report}`]));
}

/** @param {string} reports */
async function journeys(reports) {
  const report = join(reports, 'journeys.json');
  return tallyOfJourneys(report, await runJourneys({ root: projectRoot, reportPath: report }));
}

const LOAD = 'journeys at once, and both programs killed';

/** A small share of `npm run sandbox:load`: people at once end as they do alone, and go on after both programs were killed. */
async function loaded() {
  const { runLoad } = await import('./load/run-load.mjs');
  return tallyOfCheck((await runLoad(['--journeys', '20', '--parallel', '20', '--kill'], process.env)) === 0);
}

/**
 * `alone`: it keeps both cores busy by itself; the others run beside their neighbours.
 * @typedef {{ name: string, run: (reports: string) => Promise<import('./tally.mjs').Tally>, needs?: string, alone?: true }} Stage
 */

/** @type {Stage[]} */
const STAGES = [
  { name: 'lint', run: () => check(run('eslint', ['.', '--max-warnings', '0'])) },
  { name: 'types', run: () => check(types()) },
  { name: 'import rules', run: async () => tallyOfCheck(await checkImportRules(projectRoot)) },
  { name: 'unused code', run: () => check(run('knip', ['--no-progress'])) },
  { name: 'format', run: () => check(run('prettier', ['--check', '--log-level', 'warn', '.'])) },
  { name: 'unit and integration tests', run: unitTests, alone: true },
  { name: 'production build', run: builtTests, alone: true },
  {
    name: 'build',
    alone: true,
    run: async () => {
      await ensureBuilt({ root: projectRoot, mode: 'demo', quiet: false });
      return tallyOfCheck(true);
    },
  },
  { name: LOAD, run: loaded, needs: 'build', alone: true },
  { name: 'browser journeys', run: journeys, needs: 'build', alone: true },
];

/** What `npm run check` leaves out. */
const STARTS_PROGRAMS = new Set([LOAD, 'browser journeys']);

/** @param {Stage} stage @param {{ name: string, tally: import('./tally.mjs').Tally }[]} before @param {string} reports */
async function runStage(stage, before, reports) {
  console.log(`\n=== ${stage.name} ===`);
  const needed = before.find((result) => result.name === stage.needs);
  if (needed && needed.tally.failed > 0) {
    console.error(`Not run: ${needed.name} failed.`);
    return tallyOfCheck(false);
  }
  try {
    return await stage.run(reports);
  } catch (error) {
    console.error(error.name === 'Refusal' ? error.message : error);
    return tallyOfCheck(false);
  }
}

/** Each of the checks keeps one core busy: two at a time. @param {(() => Promise<void>)[]} work */
async function inPairs(work) {
  const left = [...work];
  const next = async () => {
    for (let one = left.shift(); one; one = left.shift()) await one();
  };
  await Promise.all([next(), next()]);
}

/**
 * Runs every stage, whatever failed before it, and closes with one line over all of them.
 * @param {{ browser: boolean }} what `browser: false` leaves out the journeys
 * @returns {Promise<number>} exit code, 1 when anything failed
 */
export async function prove({ browser }) {
  exitOnSignals();
  await ensureInstalled(projectRoot, { quiet: false });
  const reports = await mkdtemp(join(tmpdir(), 'portal-reports-'));
  const results = [];
  /** @param {Stage} stage */
  const timed = async (stage) => {
    const began = performance.now();
    const tally = await runStage(stage, results, reports);
    results.push({ name: stage.name, tally, seconds: (performance.now() - began) / 1000 });
  };
  const stages = STAGES.filter(({ name }) => browser || !STARTS_PROGRAMS.has(name));
  await inPairs(stages.filter(({ alone }) => !alone).map((stage) => () => timed(stage)));
  for (const stage of stages.filter(({ alone }) => alone)) await timed(stage);
  // `npm run req` reads them there, the last run's only.
  const kept = join(projectRoot, 'dist', 'reports');
  await rm(kept, { recursive: true, force: true });
  await cp(reports, kept, { recursive: true });
  await rm(reports, { recursive: true, force: true });
  const { text, failed } = summary(results);
  console.log(text);
  return failed === 0 ? 0 : 1;
}
