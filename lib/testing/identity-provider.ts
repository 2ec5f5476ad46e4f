import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, request as tlsRequest } from 'node:https';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import Provider from 'oidc-provider';

export const CLIENT = { id: 'portal', secret: 'a secret for tests only, long enough to pass' } as const;

export const KEY_ID = 'test';

/** What stands between the provider and its callers, for one request: answers true when it has answered itself. */
export type Meddle = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | boolean;

export interface TestProvider {
  issuer: string;
  /** Signs its ID tokens, RS256, as `KEY_ID`. */
  signingKey: KeyObject;
  meddle: (how: Meddle | null) => void;
  stop: () => Promise<void>;
}

/**
 * A real OpenID provider on loopback: whatever name its own sign-in page is given becomes the subject.
 * @param tls key and certificate (PEM) for 127.0.0.1; without them it speaks plain http
 */
export async function startIdentityProvider(
  portalOrigin: string,
  client: Record<string, unknown> = {},
  tls: { key: string; cert: string } | null = null,
): Promise<TestProvider> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  let meddle: Meddle | null = null;
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    void Promise.resolve(meddle?.(request, response) ?? false).then((done) => {
      if (!done) handle(request, response);
    });
  };
  const server = tls === null ? createServer(listener) : createTlsServer(tls, listener);
  const issuer = `${tls === null ? 'http' : 'https'}://127.0.0.1:${await listen(server)}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${portalOrigin}/login/callback`],
        post_logout_redirect_uris: [`${portalOrigin}/login?notice=signed_out`],
        ...client,
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key for tests only'] },
    pkce: { required: () => true },
  });
  handle = provider.callback();
  return {
    issuer,
    signingKey: privateKey,
    meddle: (how) => (meddle = how),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listen(
  server: Pick<Server, 'listen' | 'address' | 'once'> & NodeJS.EventEmitter,
): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

interface Asked {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
}
type Ask = (address: string, asked: Asked) => Promise<Response>;

const askPlainly: Ask = (address, asked) => fetch(address, { ...asked, redirect: 'manual' });

/** Over TLS, trusting this certificate (PEM) and nothing else. */
export function askTrusting(ca: string): Ask {
  return (address, { body, ...asked }) =>
    new Promise((resolve, reject) => {
      const call = tlsRequest(address, { ...asked, ca, agent: false }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.once('end', () => {
          const headers = new Headers();
          for (const [name, values] of Object.entries(incoming.headersDistinct))
            for (const value of values ?? []) headers.append(name, value);
          resolve(new Response(Buffer.concat(chunks), { status: incoming.statusCode ?? 500, headers }));
        });
      });
      call.once('error', reject);
      call.end(body);
    });
}

/** A browser's cookies and redirects at the provider, without the browser. */
export class ProviderVisit {
  private readonly jar = new Map<string, string>();
  private at = '';

  constructor(private readonly ask: Ask = askPlainly) {}

  /** Goes to the address and on from there, signing in as `subject` and agreeing, until it is led to the portal; answers that address. */
  async signIn(address: string, subject: string, portalOrigin: string): Promise<string> {
    let answer = await this.get(address);
    for (let steps = 0; steps < 20; steps += 1) {
      const location = answer.headers.get('location');
      const next = location === null ? null : new URL(location, this.at);
      if (next?.origin === portalOrigin) return next.href;
      answer = next === null ? await this.submit(await answer.text(), subject) : await this.get(next.href);
    }
    throw new Error('the provider leads nowhere');
  }

  get(address: string): Promise<Response> {
    return this.go(address, { method: 'GET', headers: {} });
  }

  /** Sends the form of the provider's page on which the browser stands. */
  submit(html: string, subject: string): Promise<Response> {
    const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? this.at;
    const fields = new URLSearchParams({ login: subject, password: 'anything' });
    for (const [, name = '', value = ''] of html.matchAll(
      /<input type="hidden" name="(\w+)" value="([^"]*)"/g,
    ))
      fields.set(name, value);
    return this.go(new URL(action, this.at).href, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: fields.toString(),
    });
  }

  private async go(address: string, asked: Asked): Promise<Response> {
    this.at = address;
    const headers = { ...asked.headers, cookie: this.cookies() };
    return this.keep(await this.ask(address, { ...asked, headers }));
  }

  private cookies(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(answer: Response): Response {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.jar.delete(name);
      else this.jar.set(name, value.join('='));
    }
    return answer;
  }
}
