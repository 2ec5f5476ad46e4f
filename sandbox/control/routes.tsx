/** @jsxImportSource hono/jsx */
import { createPublicKey } from 'node:crypto';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { page } from '@/sandbox/pages/respond';
import { clientRegistration } from '@/sandbox/store/clients';
import type { World } from '@/sandbox/world';
import { bodyOf } from './body';
import { OperatorPage } from './operator-page';
import { switchTools } from './tools-switch';
import { customerRoutes } from './v1-customers';
import { outcomeRoutes } from './v1-outcomes';

/** A page of another site must not operate the sandbox of whoever has it open (decisions 2). */
const sameSiteOnly: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site');
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreign && c.req.method !== 'GET')
    return c.json({ error: 'refused: sent by a page of another site' }, 403);
  return next();
};

/** Only by a name of this machine: a foreign name that resolves here would make a stranger's page same-origin. */
export const loopbackOnly =
  (world: World): MiddlewareHandler =>
  async (c, next) => {
    const { hostname } = new URL(c.req.url);
    const own = new Set(['127.0.0.1', 'localhost', '[::1]', new URL(world.origin).hostname]);
    return own.has(hostname) ? next() : c.json({ error: 'refused: not a name of this machine' }, 403);
  };

function jwks(world: World) {
  const { kty, n, e } = createPublicKey(world.signingKey.privateKey).export({ format: 'jwk' });
  return { keys: [{ kty, use: 'sig', alg: 'RS256', kid: world.signingKey.keyId, n, e }] };
}

function messages(world: World, c: Context): Response {
  const { receipt, email } = c.req.query();
  const messages = world.store
    .allMessages()
    .filter((message) => receipt === undefined || message.receipts.includes(receipt))
    .filter((message) => email === undefined || message.email?.toLowerCase() === email.toLowerCase());
  return c.json({ messages });
}

/** What other pages of the specification name without a version: they stay where they are. */
function plainRoutes(app: Hono, world: World): void {
  app.get('/', () =>
    page(
      <OperatorPage
        entries={world.journal.find({}, 500)}
        clients={world.clients.list()}
        orders={world.orders.list()}
      />,
    ),
  );
  app.get('/health', (c) =>
    c.json({ status: 'ok', service: 'sandbox', time: new Date(world.now()).toISOString() }),
  );
  app.get('/jwks.json', (c) => c.json(jwks(world)));
  app.get('/tools', switchTools);
  app.get('/messages', (c) => messages(world, c));
}

function journalRoutes(app: Hono, world: World): void {
  app.get('/messages', (c) => messages(world, c));
  app.get('/journal', (c) => {
    const { op, consumerKey, requestId, receipt, limit } = c.req.query();
    const filter = {
      ...(op && { op }),
      ...(consumerKey && { consumerKey }),
      ...(requestId && { requestId }),
      ...(receipt && { receipt }),
    };
    return c.json({ entries: world.journal.find(filter, Math.min(Number(limit) || 500, 500)) });
  });
  app.delete('/journal', (c) => {
    world.journal.clear();
    return c.json({ entries: [] });
  });
}

function clientRoutes(app: Hono, world: World): void {
  app.get('/clients', (c) =>
    c.json({ clients: world.clients.list().map(({ consumerKey, name }) => ({ consumerKey, name })) }),
  );
  app.post('/clients', async (c) => {
    const body = await bodyOf(c, clientRegistration);
    if ('problem' in body) return body.problem;
    try {
      world.clients.register(body.value);
    } catch {
      return c.json({ error: 'publicKeyPem is no RSA public key of at least 2048 bits' }, 400);
    }
    world.store.saveClient(body.value);
    return c.json({ registered: body.value.consumerKey }, 201);
  });
}

/** Version 1: what tests, scripts and presenters order and read. A change that breaks them gets another number. */
function v1(world: World): Hono {
  const app = new Hono();
  outcomeRoutes(app, world);
  customerRoutes(app, world);
  journalRoutes(app, world);
  clientRoutes(app, world);
  app.get('/', (c) =>
    c.json({ calls: app.routes.map(({ method, path }) => `${method} /__sandbox/v1${path}`) }),
  );
  return app;
}

/** The control surface: what tests, presenters and the operator use. Loopback only, like the whole sandbox. */
export function controlRoutes(world: World): Hono {
  const app = new Hono();
  app.use(loopbackOnly(world), sameSiteOnly);
  plainRoutes(app, world);
  app.route('/v1', v1(world));
  app.all('*', (c) =>
    c.json({ error: `there is no ${c.req.method} ${c.req.path}; GET /__sandbox/v1 lists the calls` }, 404),
  );
  return app;
}
