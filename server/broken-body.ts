import type { IncomingMessage, ServerResponse } from 'node:http';
import { followCall } from '@/lib/auth/call-progress';

/**
 * Next answers 500 to the body of an action that it cannot decode. As long as no code of ours was reached, nothing of ours can
 * have failed: the sender's fault, and 400 is the honest word for it (SC-03). Where one of our actions has begun, 500 stays 500.
 */
export function blamingTheBody(
  request: IncomingMessage,
  response: ServerResponse,
  handle: () => Promise<void>,
): Promise<void> {
  if (!isActionCall(request)) return handle();
  return followCall((hasReachedUs) => {
    const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => typeof response;
    response.writeHead = (status: number, ...rest: unknown[]) =>
      writeHead(status === 500 && !hasReachedUs() ? 400 : status, ...rest);
    return handle();
  });
}

/** What Next takes for a server action: its own header, or a form of a browser without JavaScript. */
function isActionCall({ method, headers }: IncomingMessage): boolean {
  const type = headers['content-type'] ?? '';
  return (
    method === 'POST' && (headers['next-action'] !== undefined || type.startsWith('multipart/form-data'))
  );
}
