import { Hono } from 'hono';
import type { World } from '@/sandbox/world';
import { getAsset } from './get-asset';
import { getEligibleTokenRequestors } from './get-eligible-token-requestors';
import { pushAccount } from './push-account';
import { pushMultipleAccounts } from './push-multiple-accounts';
import type { Connection } from './deliver';
import { serveOperation, serveUnknown } from './serve-operation';

export interface Bindings {
  readonly connection?: Connection;
}

/** The four operations of Token Connect (spec 1.2), below `/mdes`. */
export function tokenConnectRoutes(world: World): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.post('/connect/1/0/getEligibleTokenRequestors', (c) =>
    serveOperation(world, 'eligible', getEligibleTokenRequestors, c.req.raw, c.env?.connection),
  );
  app.post('/connect/1/0/pushMultipleAccounts', (c) =>
    serveOperation(world, 'push', pushMultipleAccounts, c.req.raw, c.env?.connection),
  );
  app.post('/connect/1/0/pushAccount', (c) =>
    serveOperation(world, 'push-single', pushAccount, c.req.raw, c.env?.connection),
  );
  app.get('/issuer-assets/1/0/asset/tokenrequestor/:assetId', (c) =>
    serveOperation(world, 'asset', getAsset, c.req.raw, c.env?.connection, c.req.param('assetId')),
  );
  app.all('*', (c) => serveUnknown(world, c.req.raw));
  return app;
}
