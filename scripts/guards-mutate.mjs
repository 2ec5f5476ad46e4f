// `npm run guards:mutate [-- WORD ...]`: takes every guard of security/guards away once, or those with one of these words, and
// expects a test to notice (QA-02). Exit 1 when one survives or cannot be judged. Two at a time.
import { startOnSupportedNode } from './node-version.mjs';

startOnSupportedNode(async () => {
  const { rm } = await import('node:fs/promises');
  const { exitOnSignals } = await import('./child-process.mjs');
  const { copySources, runTests, tryMutant } = await import('./mutants.mjs');
  const { projectRoot } = await import('./project-root.mjs');
  const { Refusal } = await import('./refusal.mjs');
  const { GUARDS } = await import('../security/guards/guards.mjs');
  exitOnSignals();
  const words = process.argv.slice(2);
  const chosen = GUARDS.filter(
    ({ id, guard }) => words.length === 0 || words.some((word) => `${id} ${guard}`.includes(word)),
  );
  if (chosen.length === 0) throw new Refusal('No guard has one of these words.');
  const copies = await Promise.all([copySources(projectRoot), copySources(projectRoot)]);
  try {
    const [first = ''] = copies;
    const files = [...new Set(chosen.filter(({ built }) => !built).flatMap(({ tests }) => tests))];
    const began = performance.now();
    const intact = files.length === 0 ? undefined : await runTests(first, { tests: files });
    const red = [...(intact?.failed ?? []), ...(intact?.suites ?? [])];
    if (red.length > 0) throw new Refusal(`With every guard in place these fail already: ${red.join('; ')}`);
    if (intact) console.log(`With every guard in place ${intact.passed} tests pass.`);
    /** @type {string[]} */
    const lines = [];
    const alive = [];
    // The longest first: two of them make a build.
    const queue = [...chosen].sort((a, b) => Number(b.built ?? false) - Number(a.built ?? false));
    await Promise.all(
      copies.map(async (copy) => {
        for (let guard = queue.shift(); guard; guard = queue.shift()) {
          const start = performance.now();
          const { verdict, by } = await tryMutant(copy, guard);
          const seconds = `${((performance.now() - start) / 1000).toFixed(0)} s`.padStart(5);
          const line = `${guard.id}  ${verdict.padEnd(8)} ${seconds}  without "${guard.guard}": ${by}`;
          console.log(line);
          lines.push(line);
          if (verdict !== 'killed') alive.push(`${guard.id} ${guard.guard}`);
        }
      }),
    );
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    console.log(
      `\n${lines.length - alive.length} of ${lines.length} guards are missed when they go, in ${minutes} minutes.`,
    );
    for (const guard of alive) console.error(`Not missed, or not judged: ${guard}`);
    return alive.length === 0 ? 0 : 1;
  } finally {
    for (const copy of copies) await rm(copy, { recursive: true, force: true });
  }
});
