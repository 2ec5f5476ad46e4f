/**
 * The browser's last gate before a string becomes script (BR-03, docs/adr/0006). The policy of every document makes the
 * browser ask here whenever a string reaches a place that runs code; Next loads this file before it starts a page.
 * What is refused throws where it was tried and is reported to /api/csp-report.
 */

/** Scripts of our build by path alone, so on this origin: one folder, content-hashed names, no `..`, no query. */
const BUILT_SCRIPT = /^\/_next\/static\/chunks\/[\w~-][\w.~-]*\.js$/;
/** React makes a script element by parsing exactly this and fills in its address afterwards, which is asked for in turn. */
const EMPTY_SCRIPT = '<script></script>';

/** The service worker that has a page for somebody without a network (app/offline.js). */
const WORKER = '/offline.js';

/** The address as it was given, which is how the loader knows its chunks again, when it is a script of our build or our worker; else null. */
export function allowedScriptUrl(address: string): string | null {
  return BUILT_SCRIPT.test(address) || address === WORKER ? address : null;
}

/** Mark-up only for React's empty script element. */
export function allowedHtml(html: string): string | null {
  return html === EMPTY_SCRIPT ? html : null;
}

interface TrustedTypesFactory {
  createPolicy: (
    name: 'default',
    rules: {
      createHTML: (html: string) => string | null;
      createScriptURL: (address: string) => string | null;
      createScript: () => null;
    },
  ) => unknown;
}

/** The person's time zone for the server, which writes the times (lib/i18n/language.ts). It names a region, nobody. */
function tellTimeZone(): void {
  // `Intl` reads a language's whole calendar for it first: 20 ms on a laptop, a tenth of a second on a slow telephone.
  const { Temporal } = globalThis as { Temporal?: { Now: { timeZoneId: () => string } } };
  const zone = Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `time_zone=${zone}; path=/; max-age=31536000; samesite=lax${secure}`;
}

// Browsers without Trusted Types have none of this; there the nonce policy stands alone.
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
trustedTypes?.createPolicy('default', {
  createHTML: allowedHtml,
  createScriptURL: allowedScriptUrl,
  createScript: () => null,
});

/** A browser that knows no workers, or none on this origin, has its own page for no network. */
function keepAPageForNoNetwork(): void {
  void navigator.serviceWorker?.register(WORKER).catch(() => undefined);
}

/** After everything the page needs, each in a task of its own. */
if (typeof document === 'object')
  addEventListener('load', () => [tellTimeZone, keepAPageForNoNetwork].forEach((task) => setTimeout(task)));
