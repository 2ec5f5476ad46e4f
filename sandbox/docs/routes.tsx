/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { loopbackOnly } from '@/sandbox/control/routes';
import { page } from '@/sandbox/pages/respond';
import type { World } from '@/sandbox/world';
import { GUIDE } from './guide';
import { GuidePage } from './guide-page';
import { openApi } from './openapi';
import { OpenApiPage } from './openapi-page';
import { RefusalPage } from './refusal-page';

/** What developers read: the guide, the description of the API, and the explanation of one refused call. */
export function docsRoutes(world: World): Hono {
  const app = new Hono();
  for (const path of ['/docs/*', '/refusals/*', '/openapi', '/openapi.json'])
    app.use(path, loopbackOnly(world));
  app.get('/docs/token-connect', () => page(<GuidePage />));
  app.get('/openapi', () => page(<OpenApiPage />));
  app.get('/openapi.json', (c) => c.json(openApi(world.origin)));
  app.get('/refusals/:id', (c): Response | Promise<Response> => {
    const entry = world.journal.entry(Number(c.req.param('id')));
    if (entry === undefined) return c.json({ error: 'no such call, or no longer in the journal' }, 404);
    if (c.req.header('accept')?.includes('text/html')) return page(<RefusalPage entry={entry} />);
    const { passed, hint, lesson } = entry.verification;
    return c.json({
      call: entry.id,
      at: entry.at,
      method: entry.method,
      url: entry.url,
      passed,
      ...(hint !== undefined && { says: hint }),
      ...(lesson !== undefined && { ...lesson, alsoLookAt: GUIDE[lesson.check].lookAt }),
    });
  });
  return app;
}
