import { defineConfig } from 'vitest/config';
import built from './vitest.built.config';

/** Figures instead of verdicts, of a production build of its own: `npm run bench`, `npm run lighthouse`. One at a time, so that none slows another. */
export default defineConfig({
  ...built,
  test: {
    ...built.test,
    include: ['bench/**/*.bench.ts'],
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
});
