import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

// `npm run e2e` starts a bank of its own and sets both addresses; without it a bank started by hand is taken.
const portal = process.env.PORTAL_URL ?? 'http://localhost:3000';

const DEBIANS_CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) =>
  existsSync(path),
);
const executablePath = process.env.CHROMIUM_PATH ?? DEBIANS_CHROMIUM;
const report = process.env.E2E_REPORT;

const chromium = {
  browserName: 'chromium' as const,
  launchOptions: {
    // Without a path Playwright takes the browser that it installed itself.
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      // Root, as in a container, is refused a sandbox by Chromium.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  },
};

export default defineConfig({
  testDir: 'e2e',
  // Screenshots for people to look at, not a proof: only when they say where to put them.
  testIgnore: process.env.GALLERY_DIR ? [] : '**/gallery.spec.ts',
  fullyParallel: true,
  // Stories wait more than they work: three keep two cores busy.
  workers: 3,
  // A journey that passes only the second time is a fault that a customer met the first time.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: {
    ...chromium,
    baseURL: portal,
    locale: 'en-GB',
    // Recording every step costs a fifth of the run: a failure leaves its picture and both programs' logs, E2E_TRACE=1 the steps.
    // One story is about the service worker; in the others a request is what the page sent.
    serviceWorkers: 'block',
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
  },
  projects: [
    { name: 'desktop', use: { ...chromium, viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      // Stories about the server's answers alone, the same for every screen, are told on the laptop.
      grepInvert: /@once/,
      use: {
        ...chromium,
        userAgent: devices['iPhone 13'].userAgent,
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        isMobile: true,
        hasTouch: true,
      },
    },
  ],
});
