import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { signInAction } from '@/app/(auth)/login/actions';
import { agreeAction, confirmAction } from '@/app/(journey)/enroll/actions';
import { POST as leaveRoute } from '@/app/(journey)/enroll/[enrollmentId]/leave/go/route';
import { pushAgainAction, startAction } from '@/app/(portal)/actions';
import { GET as stateRoute } from '@/app/api/enrollments/[enrollmentId]/route';
import { GET as messagesRoute } from '@/app/api/demo/messages/route.demo';
import { GET as returnRoute } from '@/app/tokenization-results/route';
import { config } from '@/lib/config/env';
import { openDatabase } from '@/lib/db/client';
import type { ActionState } from '@/lib/domain/read-models';
import { inScope } from './request-scope';

/**
 * The portal without its pages, for tests that kill it: the real actions and routes over the real database and the real client,
 * behind a plain server. A server action is called by its name instead of Next's number. Bundled by `bundle-portal.ts`.
 */
const idle: ActionState = { status: 'idle' };
const ACTIONS: Record<string, (form: FormData) => Promise<ActionState> | Promise<void>> = {
  signIn: (form) => signInAction(idle, form),
  start: startAction,
  agree: (form) => agreeAction(idle, form),
  confirm: (form) => confirmAction(idle, form),
  pushAgain: pushAgainAction,
};

async function callAction(name: string, request: Request): Promise<Response> {
  const action = ACTIONS[name];
  if (action === undefined) return new Response('no such action', { status: 404 });
  try {
    return Response.json((await action(await request.formData())) ?? idle);
  } catch (error) {
    // Next's redirect: `NEXT_REDIRECT;<kind>;<address>;<status>;`.
    const digest = error instanceof Error && 'digest' in error ? String(error.digest).split(';') : [];
    if (digest[0] !== 'NEXT_REDIRECT') throw error;
    return new Response(null, { status: 303, headers: { location: digest[2] ?? '' } });
  }
}

function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, first = '', second = '', third = ''] = pathname.split('/');
  const of = (enrollmentId: string) => ({ params: Promise.resolve({ enrollmentId }) });
  if (first === 'act') return callAction(second, request);
  if (first === 'tokenization-results') return returnRoute(request);
  if (pathname.endsWith('/leave/go')) return leaveRoute(request, of(second));
  if (pathname.startsWith('/api/enrollments/')) return stateRoute(request, of(third));
  if (pathname === '/api/demo/messages') return messagesRoute(request);
  return Promise.resolve(new Response('no such page', { status: 404 }));
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const request = new Request(new URL(incoming.url ?? '/', config().origin), {
    method: incoming.method ?? 'GET',
    headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
  const { result, setCookies } = await inScope(request, () => answer(request));
  for (const [name, value] of result.headers) outgoing.setHeader(name, value);
  outgoing.writeHead(result.status, { 'set-cookie': setCookies });
  outgoing.end(Buffer.from(await result.arrayBuffer()));
}

await openDatabase({ kind: 'pglite', directory: config().dataDir });
const server = createServer((incoming, outgoing) => {
  serve(incoming, outgoing).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    outgoing.writeHead(500).end();
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`listening ${typeof address === 'object' && address ? address.port : 0}\n`);
});
