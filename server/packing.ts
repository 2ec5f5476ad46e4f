import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import sirv from 'sirv';

/** Answers or changes `response`, or hands on to `next`, as the servers of Node's field agree it. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Scripts and style sheets as the build packed them (scripts/pack-static.mjs): Next would pack each anew, larger, for every request.
 * What is not there, or was asked for in another way, goes on to `next`. `folder`: of the built project.
 */
export function packedFiles(folder: string): Middleware {
  const serve = sirv(path.join(folder, 'dist/static'), {
    brotli: true,
    gzip: true,
    etag: true,
    immutable: true,
    maxAge: 31_536_000,
    extensions: [],
  });
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') serve(request, response, next);
    else next();
  };
}

/**
 * Packs what is made for one request. Next's own packing knows gzip only and forgets, each time a part of a page is sent on, all that
 * went before: a page is a fifth smaller like this and arrives in the first burst of a new connection (about 14 kB).
 */
export function packing(): Middleware {
  // A window of 128 kB holds a whole page; the largest would cost each answer in flight 4 MB.
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 17 } };
  // Its types are those of Express, of which it uses nothing.
  return compression({ brotli }) as unknown as Middleware;
}
