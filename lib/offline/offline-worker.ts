import { createHash } from 'node:crypto';
import { brand } from '@/lib/brand/brand';
import { toHex } from '@/lib/domain/colour';
import { paletteOf, type Palette } from '@/lib/domain/palette';

export interface OfflineWords {
  title: string;
  lines: readonly { label: string; text: string }[];
  retry: string;
}

/**
 * The pages whose place the offline page may take. Where a browser crosses to or from another company, what is posted, and
 * every call stay between browser and network: the worker never sees them.
 */
const PAGES =
  /^\/(?:login|help\/[^/]+|legal\/[^/]+|cards|wallets|activity(?:\/.+)?|account(?:\/.+)?|enroll\/[^/]+\/[^/]+)?$/;

/** The only script of the page: once the bank answers again, the page that was asked for is loaded; nothing moves before. */
const RELOAD =
  "const look=()=>fetch('/api/health/live').then(()=>location.reload(),()=>{});addEventListener('online',look);setInterval(look,4000)";

/**
 * The service worker: it holds one page, that of somebody without a network, inside its own text, and uses no cache, so there is none
 * that a personal page could get into (PD-07). Another language is another text, which a browser installs by itself.
 */
export function offlineWorker(lang: string, dir: 'ltr' | 'rtl', words: OfflineWords): string {
  const style = styleSheet();
  const sha = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src ${sha(style)}; script-src ${sha(RELOAD)}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
  return `const PAGE = ${JSON.stringify(page(lang, dir, words, style))};
const HEADERS = ${JSON.stringify(headers)};
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || mode !== 'navigate' || !${String(PAGES)}.test(new URL(url).pathname)) return;
  event.respondWith(fetch(event.request).catch(() => new Response(PAGE, { status: 503, headers: HEADERS })));
});
`;
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

function page(lang: string, dir: string, { title, lines, retry }: OfflineWords, style: string): string {
  const { name, mark } = brand();
  const rows = lines.map(({ label, text }) => `<dt>${escape(label)}</dt><dd>${escape(text)}</dd>`);
  return (
    `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">` +
    `<title>${escape(title)} · ${escape(name)}</title><style>${style}</style><script>${RELOAD}</script>` +
    `<header><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="${escape(mark)}"/></svg>${escape(name)}</header>` +
    `<main><h1>${escape(title)}</h1><dl>${rows.join('')}</dl><a href="">${escape(retry)}</a></main></html>`
  );
}

function styleSheet(): string {
  const { light, dark } = paletteOf(brand().accent);
  const roles = (palette: Palette): string =>
    (['paper', 'ink', 'ink-2', 'rule', 'accent', 'on-accent', 'focus'] as const)
      .map((role) => `--${role}:${toHex(palette[role])}`)
      .join(';');
  return (
    `:root{${roles(light)}}@media(prefers-color-scheme:dark){:root{${roles(dark)}}}` +
    `*{box-sizing:border-box;margin:0}body{background:var(--paper);color:var(--ink);font:400 1rem/1.5625 ui-sans-serif,system-ui,sans-serif}` +
    `header,main{max-width:73rem;margin:auto;padding:1rem 1.5rem}header{display:flex;gap:.5625rem;align-items:center;font-size:1.0625rem;min-height:4.25rem}` +
    `header svg{color:var(--accent)}h1{font-size:clamp(1.75rem,4vw,2.375rem);line-height:1.16;font-weight:600;letter-spacing:-.02em;margin-bottom:1.5rem}` +
    `dl{max-width:42rem;border-bottom:1px solid var(--rule)}dt{font-weight:600;border-top:1px solid var(--rule);padding-top:1rem}dd{color:var(--ink-2);padding-bottom:1rem}` +
    `a{display:inline-block;margin-top:1.5rem;padding:.78rem 1.375rem;border-radius:.625rem;background:var(--accent);color:var(--on-accent);font-weight:600;text-decoration:none}` +
    `a:focus-visible{outline:2.5px solid var(--focus);outline-offset:2.5px}` +
    `@media(min-width:761px){main{padding-top:2.75rem}dl{display:grid;grid-template-columns:11rem 1fr}dt{padding-bottom:1rem}dd{border-top:1px solid var(--rule);padding-top:1rem}}`
  );
}
