import { z } from 'zod';

/** What of a browser's report is worth a line: all three are words of a list or shapes, none is text that a page could choose. */
export interface PolicyReport {
  directive: string;
  /** `inline`, `eval`, `trusted-types-sink`, …, a scheme, or `same-origin`, or a foreign host. */
  blocked: string;
  /** The page, ids replaced by `*`. */
  page: string;
}

/** As `report-uri` sends it (CSP2) and as `report-to` does (Reporting API), both tolerantly. */
const word = z.string().max(2_000).catch('');
const old = z.object({
  'csp-report': z.object({
    'effective-directive': word,
    'violated-directive': word,
    'blocked-uri': word,
    'document-uri': word,
  }),
});
const modern = z.array(
  z.object({
    type: z.literal('csp-violation'),
    body: z.object({ effectiveDirective: word, blockedURL: word, documentURL: word }),
  }),
);

const DIRECTIVE = /^[a-z]+(?:-[a-z]+){1,4}$/;
const KEYWORD = /^(?:inline|eval|wasm-eval|self|trusted-types-policy|trusted-types-sink)$/;
const SCHEME = /^(?:data|blob|about|filesystem|[a-z]+-extension)$/;
/** A segment that is one of our own words; ids and whatever else somebody typed become `*`. */
const OWN_SEGMENT = /^[a-z]{1,20}(?:-[a-z]{1,20})?$/;
const MOST = 10;

/** The reports of one request body, at most ten; none when it is not a report. `origin` is the portal's own. */
export function readReports(body: string, origin: string): PolicyReport[] {
  const json = parse(body);
  const one = old.safeParse(json);
  if (one.success) {
    const report = one.data['csp-report'];
    const directive = report['effective-directive'] || (report['violated-directive'].split(' ')[0] ?? '');
    return [shape(directive, report['blocked-uri'], report['document-uri'], origin)];
  }
  const many = modern.safeParse(json);
  if (!many.success) return [];
  return many.data
    .slice(0, MOST)
    .map(({ body: b }) => shape(b.effectiveDirective, b.blockedURL, b.documentURL, origin));
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function shape(directive: string, blocked: string, page: string, origin: string): PolicyReport {
  return {
    directive: DIRECTIVE.test(directive) ? directive : 'other',
    blocked: blockedShape(blocked, origin),
    page: pageShape(page, origin),
  };
}

function blockedShape(blocked: string, origin: string): string {
  if (KEYWORD.test(blocked) || SCHEME.test(blocked)) return blocked;
  if (!URL.canParse(blocked)) return 'other';
  const url = new URL(blocked);
  if (url.origin === origin) return 'same-origin';
  return /^https?:$/.test(url.protocol) ? url.hostname : url.protocol.slice(0, -1);
}

function pageShape(page: string, origin: string): string {
  if (!URL.canParse(page) || new URL(page).origin !== origin) return 'other';
  const segments = new URL(page).pathname.split('/').slice(0, 6);
  return segments.map((part) => (part === '' || OWN_SEGMENT.test(part) ? part : '*')).join('/');
}
