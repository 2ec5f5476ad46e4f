import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { projectRoot } from '@/scripts/project-root.mjs';

const here = (name: string) => path.join(projectRoot, 'security/crash', name);
const SCOPE = here('request-scope.ts');
/** A line that is nothing but this comment: `// crash point P2: …`, or, for what happens later, `// crash point P3 on request 'finish': …`. */
const POINT = /^[ \t]*\/\/ crash point (P\d)(?: on (\w+) '(\w+)')?:.*$/gm;

/** Points that were found, each with its file. */
export type Points = Map<string, string>;

/** Here, and nowhere else, the comments become code. */
function crashPoints(found: Points): Plugin {
  return {
    name: 'crash-points',
    setup(bundle) {
      bundle.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        if (!file.startsWith(projectRoot) || file.includes('node_modules')) return undefined;
        const source = readFileSync(file, 'utf8');
        const contents = source.replace(POINT, (_line, name: string, emitter?: string, event?: string) => {
          if (found.has(name)) throw new Error(`${name} stands in two places`);
          found.set(name, path.relative(projectRoot, file));
          return emitter === undefined
            ? `crashPoint('${name}');`
            : `${emitter}.once('${event}', crashLater('${name}'));`;
        });
        if (contents === source) return undefined;
        return { contents: `${contents}\nimport { crashPoint, crashLater } from '${SCOPE}';`, loader: 'ts' };
      });
      bundle.onResolve({ filter: /^next\/headers$/ }, () => ({ path: SCOPE }));
      // Node.js wants an import attribute for JSON that TypeScript's and Next's resolution do without.
      bundle.onResolve({ filter: /^[^@.].*\.json$/ }, ({ path: name }) => ({
        path: path.join(projectRoot, 'node_modules', name),
      }));
      // Next's packages name no files for a plain Node.js program.
      bundle.onResolve({ filter: /^next\/\w+$/ }, ({ path: name }) => ({
        path: `${name}.js`,
        external: true,
      }));
    },
  };
}

/** Bundles the portal's process with its crash points below dist/, from where it finds its packages. */
export async function bundlePortal(): Promise<{
  program: string;
  points: Points;
  remove: () => Promise<void>;
}> {
  await mkdir(path.join(projectRoot, 'dist'), { recursive: true });
  const folder = await mkdtemp(path.join(projectRoot, 'dist', 'crash-'));
  const points: Points = new Map();
  const program = path.join(folder, 'portal.mjs');
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [here('portal.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    tsconfig: path.join(projectRoot, 'tsconfig.json'),
    plugins: [crashPoints(points)],
    logLevel: 'warning',
  });
  return { program, points, remove: () => rm(folder, { recursive: true }) };
}
