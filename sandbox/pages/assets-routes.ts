import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { logoOf } from '@/sandbox/assets/logos';
import { TOKEN_REQUESTORS } from '@/sandbox/token-connect/token-requestors';
import { clickToPayCss } from '@/sandbox/click-to-pay/style';
import { operatorCss } from '@/sandbox/control/operator-style';
import { shopCss } from '@/sandbox/shop/style';
import { walletCss } from '@/sandbox/wallets/style';

const FONTS: Readonly<Record<string, string>> = {
  'rubik-arabic.woff2': '@fontsource-variable/rubik/files/rubik-arabic-wght-normal.woff2',
  'rubik.woff2': '@fontsource-variable/rubik/files/rubik-latin-wght-normal.woff2',
  'jetbrains-mono.woff2': '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
};
/** The invented shop's mark: a folded sheet. */
const PAPER_SHOP_MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 34"><path d="M5 3h17l7 7v21H5z" fill="#1f4a35"/><path d="M22 3v7h7z" fill="#d9a066"/><path d="M10 17h14M10 22h14M10 27h8" stroke="#f7f1e3" stroke-width="2"/></svg>';
const SHEETS: Readonly<Record<string, string>> = {
  'click-to-pay.css': clickToPayCss,
  'wallet.css': walletCss,
  'shop.css': shopCss,
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
    if (name === 'paper-shop.svg') return file(PAPER_SHOP_MARK, 'image/svg+xml');
    const requestor = TOKEN_REQUESTORS.find(({ tokenRequestorId }) => name === `${tokenRequestorId}.svg`);
    const logo = requestor && logoOf(requestor.imageAssetId);
    return logo === undefined ? c.notFound() : file(logo.svg(), 'image/svg+xml');
  });
  return app;
}
