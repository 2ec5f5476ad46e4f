// `npm run build -- --mode production`: the build alone, for a deployment. Without --mode, APP_MODE decides.
import { startOnSupportedNode } from './node-version.mjs';

startOnSupportedNode(async () => {
  const { parseArgs } = await import('node:util');
  const { exitOnSignals } = await import('./child-process.mjs');
  const { ensureBuilt } = await import('./build-project.mjs');
  const { ensureInstalled } = await import('./install.mjs');
  const { projectRoot } = await import('./project-root.mjs');
  const { Refusal } = await import('./refusal.mjs');
  const { writeSbom } = await import('./sbom.mjs');
  const { values } = parseArgs({ options: { mode: { type: 'string' } } });
  const mode = values.mode ?? (process.env.APP_MODE || 'production');
  if (mode !== 'demo' && mode !== 'production')
    throw new Refusal('--mode (or APP_MODE) must be demo or production.');
  exitOnSignals();
  await ensureInstalled(projectRoot, { quiet: false });
  await ensureBuilt({ root: projectRoot, mode, quiet: false, force: true });
  if (mode === 'production') console.log(`What it is made of: ${await writeSbom(projectRoot)}`);
  console.log(`Built for APP_MODE=${mode}.`);
});
