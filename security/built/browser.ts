import { chromium, type Browser } from '@playwright/test';
import { ensureChromium } from '@/scripts/chromium.mjs';
import { projectRoot } from '@/scripts/project-root.mjs';

/** The Chromium of the journeys. The bank's certificate is its own: a service worker is refused for that unless the whole browser looks away. */
export async function launchChromium(args: string[] = []): Promise<Browser> {
  const chrome = await ensureChromium(projectRoot, process.env);
  return chromium.launch({
    ...(chrome?.path === undefined ? {} : { executablePath: chrome.path }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--ignore-certificate-errors',
      ...args,
    ],
  });
}
