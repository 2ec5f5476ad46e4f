import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from './child-process.mjs';

const CRUISED = ['app', 'components', 'lib', 'server', 'sandbox', 'e2e', 'proxy.ts'];
/** Each of these holds code: a cruiser that sees none of it (as with a TypeScript it cannot read) proves nothing. */
const NEVER_EMPTY = ['app/', 'components/', 'lib/', 'server/', 'sandbox/', 'e2e/'];

/**
 * Checks the import rules of .dependency-cruiser.cjs, and that there was something to check.
 * @param {string} root
 * @returns {Promise<boolean>} whether all hold
 */
export async function checkImportRules(root) {
  const cli = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const folders = CRUISED.filter((path) => existsSync(join(root, path)));
  const args = [cli, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
  const { output, stdout } = await runToEnd(process.execPath, args, { cwd: root, quiet: true });
  let result;
  try {
    result = JSON.parse(stdout);
  } catch {
    console.error(output);
    return false;
  }
  const { violations, totalCruised, totalDependenciesCruised, error } = result.summary;
  for (const { rule, from, to } of violations)
    console.error(`${rule.severity} ${rule.name}: ${from} -> ${to}`);
  const sources = result.modules.map((module) => module.source);
  const empty = NEVER_EMPTY.filter((folder) => !sources.some((source) => source.startsWith(folder)));
  for (const folder of empty) console.error(`error nothing-cruised: no module of ${folder} was read`);
  console.log(
    `${totalCruised} modules, ${totalDependenciesCruised} dependencies, ${violations.length} violations`,
  );
  return error === 0 && empty.length === 0;
}
