import { randomBytes } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server';
import { config as portalConfig, isDevelopmentServer } from '@/lib/config/env';

/** Where the browser says what a policy stopped (BR-01); the route stands outside this gate, since it changes nothing. */
const REPORTS = '/api/csp-report';

/**
 * A coarse gate, never the lock: every page and action checks the session itself. Here a mutation from another site is refused
 * and every document gets its own nonce (decisions 2; quality BR-01, PU-01).
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.method !== 'GET' && request.method !== 'HEAD' && !sameOrigin(request)) {
    return new NextResponse('Forbidden', {
      status: 403,
      headers: { 'cache-control': 'no-store', 'content-type': 'text/plain' },
    });
  }
  const nonce = randomBytes(18).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  headers.set('x-portal-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('reporting-endpoints', `csp="${REPORTS}"`);
  response.headers.set('cache-control', 'no-store');
  return response;
}

/** `Sec-Fetch-Site` where the browser sends it, else an `Origin` equal to ours; neither, `null` or foreign: no (PU-01). */
function sameOrigin(request: NextRequest): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return request.headers.get('origin') === portalConfig().origin;
}

function contentSecurityPolicy(nonce: string): string {
  const development = isDevelopmentServer();
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self'",
    "font-src 'self'",
    // The page of somebody without a network (app/offline.js); scripts are named by nonce, which a worker cannot have.
    "worker-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // Chromium applies form-action to the redirect that answers a form too (decisions 2), and a client-side navigation keeps
    // the policy of the document it began in: every document names where the leaving page may lead.
    `form-action 'self' ${[...handOverOrigins(), ...signOutOrigins()].join(' ')}`,
    // The development server evaluates strings; a build does not (docs/adr/0006).
    ...(development ? [] : ["require-trusted-types-for 'script'", 'trusted-types default']),
    `report-uri ${REPORTS}`,
    'report-to csp',
  ].join('; ');
}

function handOverOrigins(): string[] {
  const { tokenRequestorHosts, mode } = portalConfig();
  return tokenRequestorHosts.map((host) =>
    mode === 'demo' && /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(host)
      ? `http://${host}`
      : `https://${host}`,
  );
}

/** Signing out is a form that may lead on to the bank's identity provider, to sign out there as well. */
function signOutOrigins(): string[] {
  const { oidc } = portalConfig();
  return oidc === null ? [] : [new URL(oidc.issuer).origin];
}

export const config = {
  matcher: ['/((?!_next/static|favicon.ico|api/health|api/asset|api/csp-report).*)'],
};
