// `npm run req [-- --titles] [REPORT.json ...]`: requirement, outcome and number of its tests, from the reports of the last
// `npm test` or from those that are named. Exit 1 when one failed or a P0 has no test.
import { startOnSupportedNode } from './node-version.mjs';

startOnSupportedNode(async () => {
  const { readFile } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const { parseArgs } = await import('node:util');
  const { projectRoot } = await import('./project-root.mjs');
  const { Refusal } = await import('./refusal.mjs');
  const { readProofs, trace, traceText } = await import('./requirements.mjs');
  const { values, positionals } = parseArgs({
    options: { titles: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const proofs = await readProofs(projectRoot, positionals);
  if (proofs.length === 0) throw new Refusal('There is no report yet: run "npm test" first, or name one.');
  const list = JSON.parse(await readFile(join(projectRoot, 'security', 'requirements.json'), 'utf8'));
  const { text, failed } = traceText(trace(list, proofs), values);
  console.log(text);
  return failed ? 1 : 0;
});
