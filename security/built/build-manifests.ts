import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const read = (root: string, name: string): unknown =>
  JSON.parse(readFileSync(path.join(root, '.next', name), 'utf8'));

/** Every page and route handler of the build, by its address. */
export function builtRoutes(root: string): string[] {
  return Object.values(z.record(z.string(), z.string()).parse(read(root, 'app-path-routes-manifest.json')));
}

const actions = z.object({
  node: z.record(
    z.string(),
    z.object({
      workers: z.record(z.string(), z.unknown()),
      filename: z.string(),
      exportedName: z.string(),
    }),
  ),
});

export interface BuiltAction {
  /** What a browser sends as `Next-Action`. */
  id: string;
  /** Its name in the sources; the compiler's own for one that is written inside a page. */
  name: string;
  file: string;
  /** Addresses of pages that offer it. */
  pages: string[];
}

/** Every server action of the build. */
export function builtActions(root: string): BuiltAction[] {
  const paths = z.record(z.string(), z.string()).parse(read(root, 'app-path-routes-manifest.json'));
  const { node } = actions.parse(read(root, 'server/server-reference-manifest.json'));
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => ({
    id,
    name: exportedName,
    file: filename,
    pages: Object.keys(workers).map((worker) => paths[worker.replace(/^app/, '')] ?? worker),
  }));
}

/** The same build with its proxy taken out, as if it had been bypassed; remove the folder afterwards. */
export function withoutProxy(root: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'portal-no-proxy-'));
  execFileSync('cp', ['-al', `${root}/.`, copy], { stdio: 'pipe' });
  const manifest = path.join(copy, '.next/server/functions-config-manifest.json');
  const content = z
    .object({ version: z.number(), functions: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(manifest, 'utf8')));
  if (!('/_middleware' in content.functions))
    throw new Error('the build has no proxy where one was expected');
  // A new file: the old one is the same file as the other build's.
  rmSync(manifest);
  writeFileSync(manifest, JSON.stringify({ ...content, functions: {} }));
  return copy;
}
