// `npm run sheet`: every screen in two sizes, two themes and two writing directions, one image a screen, in dist/sheets/.
import { startOnSupportedNode } from './node-version.mjs';

startOnSupportedNode(async () => {
  const { mkdir, rm } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const { exitOnSignals } = await import('./child-process.mjs');
  const { composeSheets } = await import('./compose-sheets.mjs');
  const { ensureInstalled } = await import('./install.mjs');
  const { runJourneys } = await import('./journeys.mjs');
  const { projectRoot } = await import('./project-root.mjs');
  exitOnSignals();
  await ensureInstalled(projectRoot, { quiet: false });
  const sheets = join(projectRoot, 'dist', 'sheets');
  process.env.GALLERY_DIR = join(sheets, 'pictures');
  await rm(sheets, { recursive: true, force: true });
  await mkdir(process.env.GALLERY_DIR, { recursive: true });
  const code = await runJourneys({ root: projectRoot, args: ['gallery', '--project=desktop'] });
  // A walk that stopped half way is looked at all the same.
  const count = await composeSheets(projectRoot, sheets);
  console.log(`${count} sheets: ${join(sheets, 'index.html')}`);
  return code;
});
