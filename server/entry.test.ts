import { once } from 'node:events';
import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig, type Config } from '@/lib/config/env-schema';
import { PORTAL_ENVIRONMENT } from '@/lib/testing/portal-environment';
import { answersAtTheDoor } from './entry';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** What Next would have seen; null when the door answered. */
  seen: IncomingHttpHeaders | null;
}

let config: Config;
let server: Server;
let port = 0;

function configured(change: Record<string, string> = {}): Config {
  const parsed = parseConfig({ ...PORTAL_ENVIRONMENT, PORTAL_ORIGIN: 'http://localhost:3000', ...change });
  if (!parsed.ok) throw new Error(parsed.faults.join(' '));
  return parsed.config;
}

beforeAll(async () => {
  config = configured();
  server = createServer({ maxHeaderSize: 32_768 }, (incoming, response) => {
    if (!answersAtTheDoor(incoming, response, config)) response.end(JSON.stringify(incoming.headers));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => server.close());

async function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const sent = request({
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: { host: 'localhost:3000', ...headers },
  }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  let body = '';
  for await (const chunk of answer) body += String(chunk);
  const seen = body.startsWith('{') ? (JSON.parse(body) as IncomingHttpHeaders) : null;
  return { status: answer.statusCode ?? 0, headers: answer.headers, seen };
}

/** The status line that answers a request written by hand. */
async function raw(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(text);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer.split('\r\n')[0] ?? '';
}

describe('the door of the server', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND'])(
    'BR-08: refuses %s with 405 and says what is allowed',
    async (method) => {
      const answer = await ask(method, '/cards');
      expect(answer).toMatchObject({ status: 405, seen: null });
      expect(answer.headers['allow']).toBe('GET, HEAD, POST');
      expect(answer.headers['cache-control']).toBe('no-store');
    },
  );

  it.each(['GET', 'POST'])('lets %s through', async (method) => {
    expect((await ask(method, '/cards')).seen).not.toBeNull();
  });

  it('PU-02: what a client says about itself does not arrive', async () => {
    const { seen } = await ask('POST', '/', {
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '1',
      forwarded: 'for=203.0.113.9;host=evil.example',
    });
    expect(seen).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': 'localhost:3000',
      'x-forwarded-proto': 'http',
    });
    expect(seen).not.toHaveProperty('forwarded');
    expect(seen).not.toHaveProperty('x-forwarded-port');
  });

  it('believes the last address that a proxy of ours names, and nothing else from it', async () => {
    config = configured({ TRUSTED_PROXIES: '127.0.0.1' });
    const { seen } = await ask('POST', '/', {
      'x-forwarded-for': '198.51.100.1, 203.0.113.9',
      'x-forwarded-host': 'evil.example',
    });
    config = configured();
    expect(seen).toMatchObject({ 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'localhost:3000' });
  });

  it('leads a page under another name home, query and all, and health checks nowhere', async () => {
    const away = await ask('GET', '/tokenization-results?results[x]=y', { host: '127.0.0.1:3000' });
    expect(away).toMatchObject({ status: 308, seen: null });
    expect(away.headers.location).toBe('http://localhost:3000/tokenization-results?results[x]=y');
    expect((await ask('GET', '/api/health/ready', { host: '10.0.0.7:3000' })).seen).not.toBeNull();
    expect((await ask('POST', '/login', { host: 'evil.example' })).seen?.['x-forwarded-host']).toBe(
      'localhost:3000',
    );
  });

  it('refuses a target in absolute form, and one that is too long', async () => {
    expect(
      await raw('GET http://169.254.169.254/ HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\n\r\n'),
    ).toContain(' 400 ');
    expect((await ask('GET', `/${'a'.repeat(16_500)}`)).status).toBe(414);
    expect((await ask('GET', '//evil.example/')).headers.location ?? '').toMatch(
      /^(http:\/\/localhost:3000\/.*)?$/,
    );
  });

  it('BR-04: puts the same protection on every answer', async () => {
    for (const answer of [
      await ask('GET', '/'),
      await ask('TRACE', '/'),
      await ask('GET', '/', { host: 'x' }),
    ]) {
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
      expect(answer.headers['permissions-policy']).toContain('camera=()');
      expect(answer.headers).not.toHaveProperty('strict-transport-security');
      expect(answer.headers).not.toHaveProperty('x-powered-by');
    }
  });

  it('BR-04: keeps the addresses of crossings to itself', async () => {
    for (const path of ['/tokenization-results?results[x]=y', '/enroll/abc/leave/go'])
      expect((await ask('GET', path)).headers['referrer-policy']).toBe('no-referrer');
    expect((await ask('GET', '/enroll/abc/leave')).headers['referrer-policy']).toBe('same-origin');
  });

  it('BR-04: asks browsers to stay on https where the portal is on it', async () => {
    config = configured({ PORTAL_ORIGIN: 'https://cards.bank.example' });
    const { headers } = await ask('GET', '/', { host: 'cards.bank.example' });
    config = configured();
    expect(headers['strict-transport-security']).toContain('max-age=63072000; includeSubDomains');
  });
});
