/** @jsxImportSource hono/jsx */
import { createPublicKey } from 'node:crypto';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { page } from '@/sandbox/pages/respond';
import { clientRegistration } from '@/sandbox/store/clients';
import type { World } from '@/sandbox/world';
import { faultOrder } from './faults';
import { OperatorPage } from './operator-page';

const clockOrder = z.strictObject({
  receipts: z.array(z.string()).min(1).max(500),
  offsetSeconds: z
    .number()
    .min(-86_400 * 60)
    .max(86_400 * 60),
});

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

async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<{ value: T } | { problem: Response }> {
  const parsed = schema.safeParse(await c.req.json().catch(() => undefined));
  if (parsed.success) return { value: parsed.data };
  return {
    problem: c.json(
      {
        error: 'not understood',
        issues: parsed.error.issues.map(({ path, message }) => ({ path, message })),
      },
      400,
    ),
  };
}

function jwks(world: World) {
  const { kty, n, e } = createPublicKey(world.signingKey.privateKey).export({ format: 'jwk' });
  return { keys: [{ kty, use: 'sig', alg: 'RS256', kid: world.signingKey.keyId, n, e }] };
}

function readRoutes(app: Hono, world: World): void {
  app.get('/', () =>
    page(
      <OperatorPage
        entries={world.journal.find({}, 500)}
        clients={world.clients.list()}
        faults={world.faults.list()}
      />,
    ),
  );
  app.get('/health', (c) =>
    c.json({ status: 'ok', service: 'sandbox', time: new Date(world.now()).toISOString() }),
  );
  app.get('/jwks.json', (c) => c.json(jwks(world)));
  app.get('/messages', (c) => {
    const { receipt, email } = c.req.query();
    const messages = world.store
      .allMessages()
      .filter((message) => receipt === undefined || message.receipts.includes(receipt))
      .filter((message) => email === undefined || message.email?.toLowerCase() === email.toLowerCase());
    return c.json({ messages });
  });
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
  app.get('/clients', (c) =>
    c.json({ clients: world.clients.list().map(({ consumerKey, name }) => ({ consumerKey, name })) }),
  );
  app.get('/faults', (c) => c.json({ faults: world.faults.list() }));
}

function writeRoutes(app: Hono, world: World): void {
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
  app.post('/clock', async (c) => {
    const body = await bodyOf(c, clockOrder);
    if ('problem' in body) return body.problem;
    const { receipts, offsetSeconds } = body.value;
    const moved = receipts.filter((receipt) => world.store.moveClock(receipt, offsetSeconds * 1000));
    return c.json({ moved, unknown: receipts.filter((receipt) => !moved.includes(receipt)) });
  });
  app.post('/faults', async (c) => {
    const body = await bodyOf(c, faultOrder);
    if ('problem' in body) return body.problem;
    world.faults.add(body.value);
    return c.json({ faults: world.faults.list() }, 201);
  });
  app.delete('/faults', (c) => {
    world.faults.clear();
    return c.json({ faults: [] });
  });
  app.delete('/journal', (c) => {
    world.journal.clear();
    return c.json({ entries: [] });
  });
  app.post('/reset', (c) => {
    world.store.reset();
    world.faults.clear();
    world.journal.clear();
    return c.json({ reset: true });
  });
}

/** The control surface: what tests, presenters and the operator use. Loopback only, like the whole sandbox. */
export function controlRoutes(world: World): Hono {
  const app = new Hono();
  app.use(loopbackOnly(world), sameSiteOnly);
  readRoutes(app, world);
  writeRoutes(app, world);
  return app;
}
