import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What only a finished production build can prove; `npm run built` makes one of its own, so it stands outside `npm run unit`. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['security/built/**/*.test.ts'],
    globalSetup: ['security/built/global-setup.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
