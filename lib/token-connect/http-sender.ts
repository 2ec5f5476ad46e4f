import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { TLSSocket } from 'node:tls';

/** The connection was never there, so not one byte of the request can have left. */
export class NotConnectedError extends Error {
  override readonly name = 'NotConnectedError';
}

const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * A `fetch` over node:http(s), for two things the global one does not give: a limit on connecting alone, and the
 * certainty whether a failure came before the first byte was sent ({@link NotConnectedError}). It also escapes
 * frameworks that wrap the global `fetch` with caches. Every call has a connection of its own: on a kept-alive one
 * that the peer has just closed, that certainty is lost. Never follows a redirect.
 * @param connectMs from the start to the end of the TLS handshake.
 */
export function createHttpSender(connectMs: number): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = Object.fromEntries(new Headers(init?.headers));
    const options = { method: init?.method ?? 'GET', headers, agent: false as const };
    const request = url.protocol === 'https:' ? httpsRequest(url, options) : httpRequest(url, options);
    const body = init?.body ?? null;
    if (body !== null && !(body instanceof Uint8Array)) throw new TypeError('only bytes are sent');
    return new Promise<Response>((resolve, reject) => {
      const connection = watchConnection(request, connectMs);
      request.on('error', (error) => {
        reject(connection.made() ? error : new NotConnectedError('no connection', { cause: error }));
      });
      request.on('response', (message) => resolve(toResponse(message)));
      abortWith(init?.signal ?? undefined, request);
      // crash point P3 on request 'finish': the last byte has left.
      request.end(body ?? undefined);
    });
  };
}

function watchConnection(request: ClientRequest, connectMs: number): { made: () => boolean } {
  let connected = false;
  const timer = setTimeout(() => request.destroy(new Error('connecting took too long')), connectMs);
  request.on('close', () => clearTimeout(timer));
  request.on('socket', (socket) => {
    const encrypted = (socket as Partial<TLSSocket>).encrypted === true;
    socket.once(encrypted ? 'secureConnect' : 'connect', () => {
      connected = true;
      clearTimeout(timer);
    });
  });
  return { made: () => connected };
}

function abortWith(signal: AbortSignal | undefined, request: ClientRequest): void {
  if (!signal) return;
  const abort = () => request.destroy(new Error('aborted'));
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  request.on('close', () => signal.removeEventListener('abort', abort));
}

function toResponse(message: IncomingMessage): Response {
  const status = message.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  if (WITHOUT_BODY.has(status)) {
    message.resume();
    return new Response(null, { status, headers });
  }
  const stream: NodeReadableStream = Readable.toWeb(message);
  // Node's and the DOM's typings of the same stream differ by name only.
  return new Response(stream as unknown as ReadableStream, { status, headers });
}
