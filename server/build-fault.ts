import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const stampSchema = z.object({ mode: z.enum(['demo', 'production']) });

/**
 * Why this build may not serve in `mode`, or null. The mode is an input of the build (docs/adr/0002): it stands in this
 * program's own code and in the stamp beside the pages, and a variable cannot turn one into the other.
 */
export function buildFault(mode: 'demo' | 'production'): string | null {
  if (BUILD_MODE !== mode)
    return `This build was made for APP_MODE=${BUILD_MODE}, not ${mode}: run "npm run build -- --mode ${mode}" first.`;
  try {
    const stamp = stampSchema.parse(JSON.parse(readFileSync(path.resolve('dist/build.json'), 'utf8')));
    return stamp.mode === mode
      ? null
      : `The pages were built for APP_MODE=${stamp.mode}, not ${mode}: run "npm run build -- --mode ${mode}" first.`;
  } catch {
    return `There is no finished build: run "npm run build -- --mode ${mode}" first.`;
  }
}
