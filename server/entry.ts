import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '@/lib/config/env-schema';

/** What Next serves; anything else is refused before it gets there (by itself it answers TRACE 500 and PUT 200). */
const METHODS = new Set(['GET', 'HEAD', 'POST']);

const HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), browsing-topics=(), publickey-credentials-create=(self), publickey-credentials-get=(self)',
  'x-frame-options': 'DENY',
};

/** Where a browser crosses to or from another company: not even our own next page learns from where (decisions 2; BR-04). */
const CROSSINGS =
  /^\/(?:tokenization-results|enroll\/[^/?]+\/leave\/go|login\/(?:provider|callback))\/?(?:\?|$)/;

/**
 * What happens to a request before Next sees it (decisions 3): the method and the form of its target are checked,
 * `X-Forwarded-*` are overwritten from the socket unless the peer is a proxy of ours, another host name is led home.
 * Answers true when the request has been answered here.
 */
export function answersAtTheDoor(
  request: IncomingMessage,
  response: ServerResponse,
  config: Config,
): boolean {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  const secure = config.origin.startsWith('https:');
  if (secure) response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains; preload');
  if (!METHODS.has(request.method ?? '')) return refuse(response, 405, { allow: 'GET, HEAD, POST' });
  const target = request.url ?? '';
  if (!target.startsWith('/') || target.length > 16_384)
    return refuse(response, target.startsWith('/') ? 414 : 400, {});
  if (CROSSINGS.test(target)) response.setHeader('referrer-policy', 'no-referrer');
  const trusted = forward(request, config);
  if (!trusted && leadsHome(request, config)) {
    response.writeHead(308, { location: `${config.origin}${target}`, 'cache-control': 'no-store' }).end();
    return true;
  }
  return false;
}

function refuse(response: ServerResponse, status: number, headers: Record<string, string>): true {
  response.writeHead(status, { ...headers, 'content-type': 'text/plain', 'cache-control': 'no-store' }).end();
  return true;
}

/** Overwrites what a client may not say about itself. True when the peer is a trusted proxy, whose words stand. */
function forward(request: IncomingMessage, config: Config): boolean {
  const peer = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const trusted = config.trustedProxies.includes(peer);
  const origin = new URL(config.origin);
  delete request.headers['forwarded'];
  delete request.headers['x-forwarded-port'];
  request.headers['x-forwarded-host'] = origin.host;
  request.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
  const claimed = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  request.headers['x-forwarded-for'] = trusted && claimed ? claimed : peer;
  return trusted;
}

/** A page asked for under another name of this machine goes to the one origin; health checks may use any. */
function leadsHome(request: IncomingMessage, config: Config): boolean {
  if (request.method !== 'GET' || request.url?.startsWith('/api/health/')) return false;
  return request.headers.host !== new URL(config.origin).host;
}
