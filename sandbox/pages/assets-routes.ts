import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { logoOf } from '@/sandbox/assets/logos';
import { TOKEN_REQUESTORS } from '@/sandbox/token-connect/token-requestors';
import { clickToPayCss } from '@/sandbox/click-to-pay/style';
import { operatorCss } from '@/sandbox/control/operator-style';
import { walletCss } from '@/sandbox/wallets/style';

const FONTS: Readonly<Record<string, string>> = {
  'rubik.woff2': '@fontsource-variable/rubik/files/rubik-latin-wght-normal.woff2',
  'jetbrains-mono.woff2': '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
};
const SHEETS: Readonly<Record<string, string>> = {
  'click-to-pay.css': clickToPayCss,
  'wallet.css': walletCss,
  'operator.css': operatorCss,
};

function file(body: BodyInit, type: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=3600',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Style sheets, fonts and marks of the sandbox's pages. */
export function assetRoutes(): Hono {
  const app = new Hono();
  const fromHere = createRequire(import.meta.url);
  app.get('/:name', (c) => {
    const name = c.req.param('name');
    const sheet = Object.hasOwn(SHEETS, name) ? SHEETS[name] : undefined;
    if (sheet !== undefined) return file(sheet, 'text/css; charset=utf-8');
    const font = Object.hasOwn(FONTS, name) ? FONTS[name] : undefined;
    if (font !== undefined) return file(new Uint8Array(readFileSync(fromHere.resolve(font))), 'font/woff2');
    const requestor = TOKEN_REQUESTORS.find(({ tokenRequestorId }) => name === `${tokenRequestorId}.svg`);
    const logo = requestor && logoOf(requestor.imageAssetId);
    return logo === undefined ? c.notFound() : file(logo.svg(), 'image/svg+xml');
  });
  return app;
}
