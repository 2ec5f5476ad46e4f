import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runToEnd, startProcess } from '@/scripts/child-process.mjs';
import { freePort } from '@/scripts/ports.mjs';

/** The least that Next builds: a layout and a heading, with the settings of `next.config.js` that say how scripts are made. */
const FILES = {
  'package.json': '{ "name": "empty-page", "private": true, "type": "module" }',
  'next.config.js': `import path from 'node:path';
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: path.join(import.meta.dirname, '..') },
};`,
  'app/layout.js':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }',
  'app/page.js': 'export default function Page() { return <h1>Empty</h1>; }',
};

/**
 * An application of one empty page, made by the very packages that made the portal in `root`, built and started: what the
 * portal's pages are measured against, side by side in one run.
 */
export async function startEmptyPage(root: string): Promise<{ address: string; stop: () => Promise<void> }> {
  // Inside the root, so that Next and React are those of the portal's own node_modules.
  const folder = mkdtempSync(path.join(root, 'empty-page-'));
  mkdirSync(path.join(folder, 'app'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(path.join(folder, name), content);
  const next = path.join(root, 'node_modules/next/dist/bin/next');
  const settings = {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' },
  };
  const built = await runToEnd(process.execPath, [next, 'build'], { ...settings, quiet: true });
  if (built.code !== 0) throw new Error(`the empty page was not built: ${built.output}`);
  const address = `http://127.0.0.1:${String(await freePort())}`;
  const args = [next, 'start', '--hostname', '127.0.0.1', '--port', new URL(address).port];
  const server = startProcess(process.execPath, args, settings);
  const answers = () =>
    fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let tries = 0; tries < 300 && !(await answers()); tries += 1) await pause(100);
  return {
    address,
    stop: async () => {
      await server.stop(5_000);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
