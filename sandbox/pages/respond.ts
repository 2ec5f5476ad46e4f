import { raw } from 'hono/html';

/** Anything hono/jsx renders. */
export interface Renderable {
  toString(): string | Promise<string>;
}

export interface PageOptions {
  readonly status?: number;
  /** Where a form's answer may lead besides the sandbox itself: browsers apply `form-action` to redirects too. */
  readonly formAction?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const HARDENING = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

function contentSecurityPolicy(formAction: string | undefined): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    `form-action 'self'${formAction === undefined ? '' : ` ${formAction}`}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** A page: no script at all, no frame, styles and pictures from the sandbox only. */
export async function page(content: Renderable, options: PageOptions = {}): Promise<Response> {
  const body = raw(`<!doctype html>${String(await content.toString())}`);
  return new Response(body.toString(), {
    status: options.status ?? 200,
    headers: {
      ...HARDENING,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(options.formAction),
      'referrer-policy': 'same-origin',
      ...options.headers,
    },
  });
}

interface SeeOtherOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** `Set-Cookie` lines. */
  readonly cookies?: readonly string[];
}

/** 303 to a page of our own. */
export function seeOther(path: string, { headers = {}, cookies = [] }: SeeOtherOptions = {}): Response {
  const all = new Headers({ 'cache-control': 'no-store', location: path, ...headers });
  for (const cookie of cookies) all.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers: all });
}

/** 303 back to the bank; it does not learn from which page. */
export function backToBank(address: string): Response {
  return seeOther(address, { headers: { 'referrer-policy': 'no-referrer' } });
}
