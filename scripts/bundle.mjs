import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { Refusal } from './refusal.mjs';

/** Everything that runs outside Next, by the name of its bundle. */
export const ENTRIES = {
  server: 'server/main.ts',
  sandbox: 'sandbox/main.ts',
  doctor: 'scripts/doctor.ts',
  'customers-import': 'scripts/customers-import.ts',
  'audit-verify': 'scripts/audit-verify.ts',
  'scan-pan': 'scripts/scan-pan.ts',
  'keys-rotate': 'scripts/keys-rotate.ts',
  'state-diagram': 'scripts/state-diagram.ts',
};

/** `server-only` throws wherever React's server condition is off, as in a plain Node.js program, which is a server too. */
const serverOnlyIsTrueHere = {
  name: 'server-only-is-true-here',
  setup(build) {
    build.onResolve({ filter: /^server-only$/ }, () => ({ path: 'server-only', namespace: 'nothing' }));
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: '' }));
  },
};

/**
 * esbuild's options for the named programs.
 * @param {{ root: string, mode: 'demo' | 'production', names: string[], folder?: string, plugins?: import('esbuild').Plugin[] }} what
 *   `folder` below dist/: `dist/dev` keeps what a developer runs apart from what is deployed
 * @returns {import('esbuild').BuildOptions}
 */
export function bundleOptions({ root, mode, names, folder = '.', plugins = [] }) {
  return {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map((name) => [name, `./${ENTRIES[name]}`])),
    outdir: join(root, 'dist', folder),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    tsconfig: join(root, 'tsconfig.json'),
    define: { BUILD_MODE: JSON.stringify(mode) },
    // The same swap as in next.config.js (docs/adr/0002).
    alias: {
      '#demo/recorder': `./lib/demo/${mode === 'demo' ? 'recorder.demo' : 'no-recorder'}.ts`,
      '#demo/pseudo': `./lib/i18n/${mode === 'demo' ? 'pseudo.demo' : 'no-pseudo'}.ts`,
    },
    plugins: [serverOnlyIsTrueHere, ...plugins],
    logLevel: 'warning',
  };
}

/**
 * @param {Parameters<typeof bundleOptions>[0]} what
 * @throws {Refusal} when it cannot be bundled; esbuild has said why
 */
export async function bundle(what) {
  try {
    await esbuild.build(bundleOptions(what));
  } catch (error) {
    if (!Array.isArray(error.errors)) throw error;
    throw new Refusal('The build failed: the messages above say where.');
  }
}
