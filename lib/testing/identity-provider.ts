import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
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

/** A real OpenID provider on loopback: whatever name its own sign-in page is given becomes the subject. */
export async function startIdentityProvider(
  portalOrigin: string,
  client: Record<string, unknown> = {},
): Promise<TestProvider> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  let meddle: Meddle | null = null;
  const server = createServer((request, response) => {
    void Promise.resolve(meddle?.(request, response) ?? false).then((done) => {
      if (!done) handle(request, response);
    });
  });
  const issuer = await listen(server);
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

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

/** A browser's cookies and redirects at the provider, without the browser. */
export class ProviderVisit {
  private readonly jar = new Map<string, string>();

  /** Goes to the address and on from there, signing in as `subject` and agreeing, until it is led to the portal; answers that address. */
  async signIn(address: string, subject: string, portalOrigin: string): Promise<string> {
    let answer = await this.get(address);
    for (let steps = 0; steps < 20; steps += 1) {
      const location = answer.headers.get('location');
      if (location !== null) {
        const next = new URL(location, answer.url);
        if (next.origin === portalOrigin) return next.href;
        answer = await this.get(next.href);
        continue;
      }
      answer = await this.submit(answer.url, await answer.text(), subject);
    }
    throw new Error('the provider leads nowhere');
  }

  async get(address: string): Promise<Response> {
    return this.keep(await fetch(address, { redirect: 'manual', headers: { cookie: this.cookies() } }));
  }

  /** Sends the form of a page of the provider. */
  async submit(from: string, html: string, subject: string): Promise<Response> {
    const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? from;
    const fields = new URLSearchParams({ login: subject, password: 'anything' });
    for (const [, name = '', value = ''] of html.matchAll(
      /<input type="hidden" name="(\w+)" value="([^"]*)"/g,
    ))
      fields.set(name, value);
    return this.keep(
      await fetch(new URL(action, from), {
        method: 'POST',
        body: fields,
        redirect: 'manual',
        headers: { cookie: this.cookies() },
      }),
    );
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
