// `npm run e2e -- [Playwright's arguments]`: the browser journeys, against a bank of their own or the one of PORTAL_URL.
import { startOnSupportedNode } from './node-version.mjs';

startOnSupportedNode(async () => {
  const { exitOnSignals } = await import('./child-process.mjs');
  const { ensureInstalled } = await import('./install.mjs');
  const { runJourneys } = await import('./journeys.mjs');
  const { projectRoot } = await import('./project-root.mjs');
  exitOnSignals();
  await ensureInstalled(projectRoot, { quiet: false });
  return runJourneys({ root: projectRoot, args: process.argv.slice(2) });
});
