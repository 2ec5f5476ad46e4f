import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)),
      '#demo/recorder': fileURLToPath(new URL('./lib/demo/recorder.demo.ts', import.meta.url)),
      '#demo/pseudo': fileURLToPath(new URL('./lib/i18n/pseudo.demo.ts', import.meta.url)),
    },
  },
  test: {
    include: [
      '{lib,sandbox,components,server,scripts,app}/**/*.test.{ts,tsx,mjs}',
      'security/*.test.ts',
      '*.test.ts',
    ],
    globalSetup: ['lib/testing/database-image.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 40_000,
    hookTimeout: 60_000,
  },
});
