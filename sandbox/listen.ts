import { createServer as createTlsServer } from 'node:https';
import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server';
import { createSandbox, type Sandbox, type SandboxOptions } from './create-sandbox';

export type { ServerType };

/** A sandbox behind an HTTP server that does not listen yet; behind TLS with a key and certificate (PEM). */
export function createServer(
  options: SandboxOptions,
  tls?: { key: string; cert: string },
): { server: ServerType; sandbox: Sandbox } {
  const sandbox = createSandbox(options);
  const server = createAdaptorServer({
    fetch: (request, env) =>
      sandbox.fetch(request, { reset: () => (env as HttpBindings).incoming.socket.resetAndDestroy() }),
    ...(tls === undefined ? {} : { createServer: createTlsServer, serverOptions: tls }),
  });
  // Node's five seconds are shorter than a client keeps an idle connection: a request that sets out while it is closed is lost.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 75_000;
  return { server, sandbox };
}
